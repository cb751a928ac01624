package io.polyphony.frontend.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PastCellsTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void columns_over_time_end_together_and_what_stands_beside_them_is_in_every_row() {
        var rows = rows(Map.of("load", "1, 2;3", "heat", "20.5 oops", "shop", "in the south"));
        assertThat(rows)
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"shop\":\"in the south\",\"load\":1.0}",
                        "{\"shop\":\"in the south\",\"load\":2.0,\"heat\":20.5}",
                        "{\"shop\":\"in the south\",\"load\":3.0,\"heat\":\"oops\"}");
    }

    /** The next prices follow the last load, and say how many steps there are. */
    @Test
    void what_is_known_ahead_stands_in_rows_behind_the_past() {
        assertThat(rows(Map.of("load", "1 2", "price", "7 8 9")))
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"load\":1.0}", "{\"load\":2.0}", "{\"price\":7.0}", "{\"price\":8.0}", "{\"price\":9.0}");
    }

    @Test
    void without_any_past_there_is_no_row() {
        assertThat(rows(Map.of("shop", "in the south"))).isEmpty();
    }

    private List<JsonNode> rows(Map<String, String> cells) {
        var nodes = new LinkedHashMap<String, JsonNode>();
        cells.forEach((name, text) -> nodes.put(name, TextNode.valueOf(text)));
        return PastCells.rows(new PastCells.Columns(List.of("load", "heat"), List.of("price")), nodes, json).stream()
                .map(row -> (JsonNode) json.valueToTree(row))
                .toList();
    }
}
