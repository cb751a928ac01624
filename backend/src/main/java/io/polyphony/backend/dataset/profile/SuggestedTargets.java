package io.polyphony.backend.dataset.profile;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which columns of a table one would want to predict: those with a target's name; else, beside pictures, sounds, series,
 * sentences or sets of labels, its classes, and its amounts where it has none; else the column that stands last, where most tables have it, or
 * first. A proposal, no more: people and scripts name the targets.
 */
public final class SuggestedTargets {
    private static final Pattern NAMED =
            Pattern.compile("(?:y|target|label|class|outcome|response)[ _-]?\\d*|.*[ _.-]target|target[ _.-].*");
    /** Names have fewer. */
    private static final double SENTENCE_WORDS = 4;

    private static final int FEWEST_AMOUNTS = 3;

    private final List<ColumnInfo> inputs;

    private SuggestedTargets(List<ColumnInfo> inputs) {
        this.inputs = inputs;
    }

    /** The columns, of which those that look like targets say so; unchanged where their values told which are. */
    public static List<ColumnInfo> mark(List<ColumnInfo> columns) {
        if (columns.stream().anyMatch(column -> column.role() == ColumnRole.TARGET)) {
            return columns;
        }
        var inputs = columns.stream()
                .filter(column -> column.role() == ColumnRole.INPUT)
                .toList();
        var suggested = new SuggestedTargets(inputs)
                .suggested().stream().map(ColumnInfo::position).collect(Collectors.toSet());
        return suggested.isEmpty()
                ? columns
                : columns.stream()
                        .map(column -> column.asSuggestedTarget(suggested.contains(column.position())))
                        .toList();
    }

    private List<ColumnInfo> suggested() {
        var named = those(column -> isNamed(column) && (column.suggestedTarget() || isAmount(column)));
        if (!named.isEmpty()) {
            return named;
        }
        if (inputs.stream().noneMatch(SuggestedTargets::isRich)) {
            return Stream.of(inputs.reversed(), inputs)
                    .flatMap(ends -> ends.stream().limit(1))
                    .filter(column -> column.suggestedTarget() || isAmount(column))
                    .limit(1)
                    .toList();
        }
        var classes = those(ColumnInfo::suggestedTarget);
        return classes.isEmpty() ? those(SuggestedTargets::isAmount) : classes;
    }

    private List<ColumnInfo> those(Predicate<ColumnInfo> wanted) {
        return inputs.stream().filter(wanted).toList();
    }

    private boolean isNamed(ColumnInfo column) {
        return NAMED.matcher(lower(column)).matches() && !isCoordinate(column);
    }

    /** Places have an x, a y, and what is there. */
    private boolean isCoordinate(ColumnInfo column) {
        return lower(column).equals("y")
                && inputs.size() > 2
                && inputs.stream().anyMatch(other -> lower(other).equals("x") && isAmount(other));
    }

    private static String lower(ColumnInfo column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isAmount(ColumnInfo column) {
        return column.modality() == ColumnModality.NUMERIC && column.distinct() >= FEWEST_AMOUNTS;
    }

    private static boolean isRich(ColumnInfo column) {
        var text = column.text();
        return switch (column.modality()) {
            case IMAGE, AUDIO, SERIES -> true;
            case TEXT -> column.suggestedTarget() || text != null && text.meanWords() >= SENTENCE_WORDS;
            case NUMERIC, CATEGORICAL, DATE -> false;
        };
    }
}
