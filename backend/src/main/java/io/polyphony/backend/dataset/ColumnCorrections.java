package io.polyphony.backend.dataset;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.Invalid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Applies a person's corrections to columns as far as the cells allow them. */
final class ColumnCorrections {
    /** Lists of numbers (or nan, null), as far as the most frequent values show. */
    private static final Pattern NUMBERS = Pattern.compile("(?i)[-+.\\d\\se,;|()\\[\\]naul]*");

    private ColumnCorrections() {}

    /** @throws Invalid naming every correction that cannot be */
    static List<ColumnInfo> apply(List<ColumnInfo> columns, List<ColumnCorrection> corrections) {
        var problems = new ArrayList<FieldProblem>();
        Map<String, ColumnInfo> corrected = new HashMap<>();
        for (var i = 0; i < corrections.size(); i++) {
            var correction = corrections.get(i);
            var column = columns.stream()
                    .filter(c -> c.name().equals(correction.name()))
                    .findFirst();
            var fault = column.isEmpty()
                    ? Optional.of("There is no column (%s).".formatted(correction.name()))
                    : fault(column.get(), correction);
            if (fault.isPresent()) {
                problems.add(FieldProblem.at("/" + i, fault.get()));
            } else {
                column.ifPresent(c -> corrected.put(c.name(), apply(c, correction)));
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid("Some corrections cannot be made.", problems);
        }
        return requireOneSplit(
                columns.stream().map(c -> corrected.getOrDefault(c.name(), c)).toList());
    }

    private static ColumnInfo apply(ColumnInfo column, ColumnCorrection correction) {
        var modality = correction.modality() == null ? column.modality() : correction.modality();
        var role = correction.role() == null ? column.role() : correction.role();
        var corrected = modality == column.modality() && role == column.role()
                ? column
                : column.as(modality, role, "set by hand");
        return correction.wordsAreValues() == null ? corrected : corrected.withWords(correction.wordsAreValues());
    }

    private static Optional<String> fault(ColumnInfo column, ColumnCorrection correction) {
        var modality = correction.modality() == null ? column.modality() : correction.modality();
        return modalityFault(column, modality)
                .or(() -> roleFault(column, modality, correction))
                .or(() -> wordsFault(column, modality, correction.wordsAreValues()));
    }

    private static Optional<String> wordsFault(
            ColumnInfo column, ColumnModality modality, @Nullable Boolean wordsAreValues) {
        if (wordsAreValues == null) {
            return Optional.empty();
        }
        if (column.missingWords() == null) {
            return Optional.of(
                    "The column (%s) has no cells that say NA, null or the like: there is nothing to keep. Maybe its data set was imported before such cells were kept: upload it again."
                            .formatted(column.name()));
        }
        return modality == ColumnModality.CATEGORICAL || modality == ColumnModality.TEXT
                ? Optional.empty()
                : Optional.of(
                        "The column (%s) cannot have words such as NA as values: it is %s. Maybe make it categorical."
                                .formatted(column.name(), modality));
    }

    private static Optional<String> modalityFault(ColumnInfo column, ColumnModality modality) {
        if (modality == column.modality()) {
            return Optional.empty();
        }
        return switch (modality) {
            case NUMERIC ->
                column.numbers() == null
                        ? Optional.of(
                                "The column (%s) cannot be numeric: %s".formatted(column.name(), noNumbers(column)))
                        : Optional.empty();
            case CATEGORICAL, TEXT -> Optional.empty();
            case DATE ->
                column.topValues().isEmpty()
                                || !column.topValues().keySet().stream().allMatch(Times::isTime)
                        ? Optional.of(
                                "The column (%s) cannot be a date: its cells are not written as 2024-05-31, 2024-05-31T14:30 or 31.05.2024."
                                        .formatted(column.name()))
                        : Optional.empty();
            case IMAGE, AUDIO ->
                column.media() == null
                        ? Optional.of("The column (%s) cannot be %s: its cells name no files of the upload."
                                .formatted(column.name(), modality))
                        : Optional.of("The files of the column (%s) are of the other kind.".formatted(column.name()));
            case SERIES ->
                column.text() == null
                                || !column.topValues().keySet().stream()
                                        .allMatch(v -> NUMBERS.matcher(v).matches())
                        ? Optional.of(
                                "The column (%s) cannot be a series: its cells are not lists of numbers. Maybe it is numeric."
                                        .formatted(column.name()))
                        : Optional.empty();
        };
    }

    private static String noNumbers(ColumnInfo column) {
        var stray = column.text() == null ? null : column.text().stray();
        if (stray == null) {
            return "its cells are no numbers. Maybe it is categorical.";
        }
        var others = stray.cells() == 1 ? "" : ", and %,d other cells are none either".formatted(stray.cells() - 1);
        return "the cell (%s) in row %d is no number%s. Maybe leave such cells blank, write them without a unit, or make the column categorical."
                .formatted(stray.value(), stray.row(), others);
    }

    private static Optional<String> roleFault(ColumnInfo column, ColumnModality modality, ColumnCorrection correction) {
        if (correction.role() == ColumnRole.TARGET && modality.isMedia() && !column.holdsMasks()) {
            return Optional.of("The column (%s) cannot be a target: it names files, and they are no masks."
                    .formatted(column.name()));
        }
        if (correction.role() == ColumnRole.WEIGHT && modality != ColumnModality.NUMERIC) {
            return Optional.of("The column (%s) cannot be a weight: it is not numeric.".formatted(column.name()));
        }
        if (correction.role() == ColumnRole.SPLIT && !namesParts(column)) {
            return Optional.of("The column (%s) cannot be a split: its values must be train, validation and test."
                    .formatted(column.name()));
        }
        return Optional.empty();
    }

    private static boolean namesParts(ColumnInfo column) {
        return !column.topValues().isEmpty()
                && column.topValues().keySet().stream()
                        .allMatch(v -> SplitPart.of(v).isPresent());
    }

    private static List<ColumnInfo> requireOneSplit(List<ColumnInfo> columns) {
        var splits = columns.stream().filter(c -> c.role() == ColumnRole.SPLIT).count();
        if (splits > 1) {
            throw new Invalid("%d columns have the role split; at most one may.".formatted(splits));
        }
        return columns;
    }
}
