package io.polyphony.backend.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.table.Numbers;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.DateText;
import io.polyphony.engine.data.SeriesText;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of a request as the engine reads them. Cells of targets are empty, since nobody knows them, unless they are inputs too, as the past of forecasts is. */
final class JsonTable implements Table {
    /** As many as somebody reads. */
    private static final int NAMES = 12;

    private final int rows;
    private final Map<String, Column> columns;

    private JsonTable(int rows, Map<String, Column> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Reads the cells that the experiment's inputs need, a blank one as missing, and passes over other columns of the data set; throws
     * Invalid with a pointer per wrong cell, and per cell of a column that the data set has not.
     *
     * @param known the data set's columns by name
     */
    static JsonTable of(Experiment experiment, Map<String, ColumnInfo> known, List<Map<String, JsonNode>> rows) {
        var problems = new ArrayList<FieldProblem>();
        var columns = new HashMap<String, Column>();
        for (var input : experiment.plan().inputs()) {
            for (var name : input.columns()) {
                columns.put(name, new Cells(name, rows, problems).as(known.get(name)));
            }
        }
        refuseStrangers(columns.keySet(), known.keySet(), rows, problems);
        if (!problems.isEmpty()) {
            var first = problems.getFirst().detail();
            throw new Invalid(
                    problems.size() == 1 ? first : "%d cells are wrong. %s".formatted(problems.size(), first),
                    problems);
        }
        experiment.tasks().forEach(task -> columns.putIfAbsent(task.name(), nothing(task.type(), rows.size())));
        return new JsonTable(rows.size(), columns);
    }

    private static void refuseStrangers(
            Set<String> read, Set<String> known, List<Map<String, JsonNode>> rows, List<FieldProblem> problems) {
        for (int row = 0; row < rows.size(); row++) {
            for (var name : rows.get(row).keySet()) {
                if (!known.contains(name)) {
                    problems.add(FieldProblem.at(
                            pointer(row, name),
                            "The data set has no column (%s). Maybe one of %s is meant.".formatted(name, some(read))));
                }
            }
        }
    }

    private static String some(Set<String> names) {
        var some = names.stream().sorted().limit(NAMES).collect(Collectors.joining(", "));
        return names.size() <= NAMES ? some : "%s or %d others".formatted(some, names.size() - NAMES);
    }

    private static Column nothing(TaskType type, int rows) {
        if (type == TaskType.SEGMENTATION) {
            return new Column.Files(rows, _ -> null);
        }
        var numbers = new double[rows];
        Arrays.fill(numbers, Double.NaN);
        return type.isQuantity() && type != TaskType.VECTOR
                ? new Column.Numbers(numbers)
                : new Column.Texts(new String[rows]);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public Column column(String name) {
        var column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "The rows have no column (%s), only %s.".formatted(name, columns.keySet()));
        }
        return column;
    }

    static String pointer(int row, String name) {
        return "/rows/%d/%s".formatted(row, name.replace("~", "~0").replace("/", "~1"));
    }

    /** The cells of one column. */
    private record Cells(String name, List<Map<String, JsonNode>> rows, List<FieldProblem> problems) {
        private @Nullable JsonNode cell(int row) {
            var cell = cell(row, true);
            return cell != null && cell.isTextual() && Numbers.isMissing(cell.textValue()) ? null : cell;
        }

        /** @param words whether NA and the like are values */
        private @Nullable JsonNode cell(int row, boolean words) {
            if (!words) {
                return cell(row);
            }
            var cell = rows.get(row).get(name);
            return cell == null
                            || cell.isNull()
                            || cell.isTextual() && cell.textValue().isBlank()
                    ? null
                    : cell;
        }

        Column as(@Nullable ColumnInfo info) {
            return switch (info == null ? ColumnModality.TEXT : info.modality()) {
                case NUMERIC -> numbers(marks(info));
                case DATE -> dates();
                case CATEGORICAL, TEXT -> texts(info != null && info.keepsWords());
                case SERIES -> series();
                case IMAGE, AUDIO -> files();
            };
        }

        /** What stood for a missing number when the model learned. */
        private static List<String> marks(@Nullable ColumnInfo info) {
            return info == null || info.numbers() == null
                    ? List.of()
                    : info.numbers().marks();
        }

        private Column numbers(List<String> marks) {
            var values = new double[rows.size()];
            for (int row = 0; row < values.length; row++) {
                var cell = cell(row);
                values[row] = cell == null ? Double.NaN : cell.asDouble(Double.NaN);
                if (Double.isNaN(values[row]) && !isMissing(cell, marks)) {
                    problems.add(FieldProblem.at(
                            pointer(row, name),
                            "The cell (%s) is no number. Maybe write it without a unit, with a point."
                                    .formatted(cell)));
                }
            }
            return new Column.Numbers(values);
        }

        private static boolean isMissing(@Nullable JsonNode cell, List<String> marks) {
            return cell == null
                    || cell.isValueNode() && (Numbers.isMissingNumber(cell.asText()) || marks.contains(cell.asText()));
        }

        private Column texts(boolean words) {
            var values = new @Nullable String[rows.size()];
            for (int row = 0; row < values.length; row++) {
                var cell = cell(row, words);
                values[row] = cell == null ? null : text(cell);
            }
            return new Column.Texts(values);
        }

        private static String text(JsonNode cell) {
            return cell.isContainerNode() ? cell.toString() : cell.asText();
        }

        private Column series() {
            for (int row = 0; row < rows.size(); row++) {
                var cell = cell(row);
                var stranger = cell == null ? Optional.<String>empty() : SeriesText.stranger(text(cell));
                if (stranger.isPresent()) {
                    problems.add(FieldProblem.at(
                            pointer(row, name),
                            "The cell has (%s), but a series is numbers. Maybe write them as [1.5, 2, null]."
                                    .formatted(stranger.get())));
                }
            }
            return texts(false);
        }

        private Column dates() {
            var values = new @Nullable String[rows.size()];
            for (int row = 0; row < values.length; row++) {
                var cell = cell(row);
                values[row] = cell == null ? null : cell.asText();
                if (cell != null && DateText.date(cell.asText()).isEmpty()) {
                    problems.add(FieldProblem.at(
                            pointer(row, name),
                            "The cell (%s) is no date. Maybe write it as 2024-05-31 or 2024-05-31T14:30."
                                    .formatted(cell)));
                }
            }
            return new Column.Dates(values);
        }

        private Column files() {
            var files = new byte @Nullable [rows.size()][];
            for (int row = 0; row < files.length; row++) {
                files[row] = file(row);
            }
            return new Column.Files(files.length, row -> files[row]);
        }

        private byte @Nullable [] file(int row) {
            var cell = cell(row);
            if (cell == null) {
                return null;
            }
            try {
                return Base64.getDecoder().decode(cell.asText());
            } catch (IllegalArgumentException e) {
                problems.add(FieldProblem.at(
                        pointer(row, name),
                        "This is not base64. Maybe send the file's bytes in base64, without a prefix."));
                return null;
            }
        }
    }
}
