package io.polyphony.backend.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.dataset.table.Numbers;
import io.polyphony.engine.data.DateText;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The order of a request's steps: by the column that put the rows in order when the model learned, of one series. */
final class Chronology {
    private static final int SHOWN = 5;

    private Chronology() {}

    /**
     * The places of the rows, oldest first; as they came where none says its time, and where times are equal.
     *
     * @param columns the data set's, by name
     * @throws Invalid where rows are of several series, or some say no time that can be read
     */
    static int[] of(SplitSpec split, Map<String, ColumnInfo> columns, List<Map<String, JsonNode>> rows) {
        requireOneSeries(split.seriesColumns(), rows);
        var windows = Objects.requireNonNull(split.windows());
        var time = windows.timeColumn();
        var all = IntStream.range(0, rows.size());
        if (time == null || rows.stream().allMatch(row -> text(row, time) == null)) {
            return all.toArray();
        }
        var info = columns.get(time);
        var keys = keys(time, info != null && info.numbers() != null, rows);
        return all.boxed()
                .sorted(Comparator.comparingDouble(row -> keys[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void requireOneSeries(List<String> columns, List<Map<String, JsonNode>> rows) {
        var series = rows.stream()
                .filter(row -> columns.stream().allMatch(column -> text(row, column) != null))
                .map(row -> columns.stream()
                        .flatMap(column -> Optional.ofNullable(text(row, column)).stream())
                        .collect(Collectors.joining(" ")))
                .distinct()
                .toList();
        if (series.size() > 1) {
            throw Invalid.field(
                    "/rows",
                    "The rows are of %d series (%s: %s%s), but a forecast goes on with one. Maybe send a request for each."
                            .formatted(
                                    series.size(),
                                    String.join(", ", columns),
                                    series.stream().limit(SHOWN).collect(Collectors.joining(", ")),
                                    series.size() > SHOWN ? ", .." : ""));
        }
    }

    private static double[] keys(String time, boolean numbers, List<Map<String, JsonNode>> rows) {
        var problems = new ArrayList<FieldProblem>();
        var keys = new double[rows.size()];
        for (int row = 0; row < keys.length; row++) {
            var text = text(rows.get(row), time);
            keys[row] = text == null ? Double.NaN : numbers ? Numbers.parse(text) : seconds(text);
            if (Double.isNaN(keys[row])) {
                problems.add(FieldProblem.at(
                        JsonTable.pointer(row, time),
                        "The cell (%s) does not say when the step was, by which (%s) puts steps in order. Maybe write it as %s, or leave the column out of all rows and send them oldest first."
                                .formatted(text, time, numbers ? "a number" : "2024-05-31 or 2024-05-31T14:30")));
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems.getFirst().detail(), problems);
        }
        return keys;
    }

    private static double seconds(String text) {
        return DateText.date(text).map(Chronology::seconds).orElse(Double.NaN);
    }

    private static double seconds(LocalDateTime date) {
        return date.toEpochSecond(ZoneOffset.UTC);
    }

    private static @Nullable String text(Map<String, JsonNode> row, String column) {
        var cell = row.get(column);
        return cell == null || cell.isNull() || Numbers.isMissing(cell.asText()) ? null : cell.asText();
    }
}
