package io.polyphony.frontend.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polyphony.backend.model.ModelView;
import io.polyphony.engine.data.TaskType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A field per column with its last numbers becomes a row per step. */
final class PastCells {
    private static final String BETWEEN = "[\\s,;]+";

    private PastCells() {}

    /** Whether the model forecasts. */
    static boolean asked(ModelView model) {
        return model.tasks().stream().anyMatch(task -> task.type() == TaskType.FORECAST);
    }

    /**
     * Columns of numbers over time.
     *
     * @param seen up to a moment: the first input of a model that forecasts
     * @param ahead known from that moment on
     */
    record Columns(List<String> seen, List<String> ahead) {}

    static Columns columns(ModelView model) {
        return new Columns(model.inputs().getFirst().columns(), model.ahead());
    }

    /** Those that are seen end together, and where they end those begin that are known ahead; what stands beside them is in every row. */
    static List<Map<String, JsonNode>> rows(Columns columns, Map<String, JsonNode> cells, ObjectMapper json) {
        var beside = new LinkedHashMap<>(cells);
        var seen = numbers(columns.seen(), beside);
        var ahead = numbers(columns.ahead(), beside);
        int future = longest(ahead);
        int steps = longest(seen);
        var rows = new ArrayList<Map<String, JsonNode>>();
        for (int step = 0; step < steps + future; step++) {
            var row = new LinkedHashMap<>(beside);
            put(row, seen, step - steps, step < steps, json);
            put(row, ahead, step - steps - future, step >= steps, json);
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, String[]> numbers(List<String> names, Map<String, JsonNode> cells) {
        var numbers = new LinkedHashMap<String, String[]>();
        for (var name : names) {
            var cell = cells.remove(name);
            if (cell != null) {
                numbers.put(name, cell.asText().strip().split(BETWEEN));
            }
        }
        return numbers;
    }

    private static int longest(Map<String, String[]> columns) {
        return columns.values().stream()
                .mapToInt(numbers -> numbers.length)
                .max()
                .orElse(0);
    }

    /** @param back how far from the columns' ends, negative */
    private static void put(
            Map<String, JsonNode> row, Map<String, String[]> columns, int back, boolean there, ObjectMapper json) {
        columns.forEach((name, numbers) -> {
            if (there && numbers.length + back >= 0) {
                row.put(name, cell(numbers[numbers.length + back], json));
            }
        });
    }

    /** What is no number is refused by the model, with the place where it stands. */
    private static JsonNode cell(String text, ObjectMapper json) {
        try {
            return json.getNodeFactory().numberNode(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return json.getNodeFactory().textNode(text);
        }
    }
}
