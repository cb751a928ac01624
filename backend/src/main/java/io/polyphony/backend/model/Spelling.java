package io.polyphony.backend.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnNames;
import io.polyphony.backend.dataset.table.CellStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a request as the data set's file would have had them: who trained on 1.234,50 and 31-05-24 asks so too, and who
 * uploaded nested objects asks with these.
 */
final class Spelling {
    private final Map<String, ColumnInfo> columns;

    private Spelling(Map<String, ColumnInfo> columns) {
        this.columns = columns;
    }

    static Spelling of(List<ColumnInfo> columns) {
        return new Spelling(columns.stream().collect(Collectors.toMap(ColumnInfo::name, Function.identity())));
    }

    /** The rows as the import would have read them; throws Invalid where one is no object. */
    List<Map<String, JsonNode>> plain(List<? extends @Nullable Map<String, JsonNode>> rows) {
        var plain = new ArrayList<Map<String, JsonNode>>();
        for (var row : rows) {
            if (row == null) {
                var detail = "The row is null. Maybe send an object with its cells by column.";
                throw new Invalid(detail, List.of(FieldProblem.at("/rows/" + plain.size(), detail)));
            }
            var cells = new LinkedHashMap<String, JsonNode>();
            row.forEach((name, cell) -> put(name, cell, cells));
            plain.add(cells);
        }
        return plain;
    }

    private void put(String key, @Nullable JsonNode cell, Map<String, JsonNode> cells) {
        var name = ColumnNames.of(key);
        var column = columns.get(name);
        if (cell != null && cell.isObject() && column == null) {
            cell.properties().forEach(inner -> put(name + "." + inner.getKey(), inner.getValue(), cells));
        } else if (cell != null && cell.isTextual() && column != null) {
            cells.put(name, TextNode.valueOf(text(column, cell.textValue())));
        } else if (cell != null
                && cell.isNumber()
                && column != null
                && CellStyle.named(column.style()).readsNumbers()) {
            cells.put(name, TextNode.valueOf(text(column, cell.asText())));
        } else {
            cells.put(name, cell);
        }
    }

    /** Data sets that were imported earlier may have kept the blanks around a cell. */
    private static String text(ColumnInfo column, String cell) {
        var own = column.topValues().containsKey(cell) ? cell : cell.strip();
        return CellStyle.named(column.style()).plain(own);
    }
}
