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

    /** The columns whose past is seen: the first input of a model that forecasts. */
    private static List<String> pasts(ModelView model) {
        return model.inputs().getFirst().columns();
    }

    /** The columns of numbers end together; a shorter one lacks its beginning. What stands beside them is in every row. */
    static List<Map<String, JsonNode>> rows(ModelView model, Map<String, JsonNode> cells, ObjectMapper json) {
        var columns = new LinkedHashMap<String, String[]>();
        var beside = new LinkedHashMap<>(cells);
        for (var name : pasts(model)) {
            var cell = beside.remove(name);
            if (cell != null) {
                columns.put(name, cell.asText().strip().split(BETWEEN));
            }
        }
        int steps = columns.values().stream()
                .mapToInt(numbers -> numbers.length)
                .max()
                .orElse(0);
        var rows = new ArrayList<Map<String, JsonNode>>();
        for (int step = 0; step < steps; step++) {
            var row = new LinkedHashMap<>(beside);
            for (var column : columns.entrySet()) {
                int at = step - steps + column.getValue().length;
                if (at >= 0) {
                    row.put(column.getKey(), cell(column.getValue()[at], json));
                }
            }
            rows.add(row);
        }
        return rows;
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
