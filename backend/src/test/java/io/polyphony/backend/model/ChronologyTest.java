package io.polyphony.backend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.dataset.Histogram;
import io.polyphony.backend.dataset.NumberStats;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.dataset.WindowSpec;
import io.polyphony.backend.testing.OneTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChronologyTest {
    private static final SplitSpec SPLIT =
            new SplitSpec(null, "shop", null, 0.2, 0.2, 1).over(new WindowSpec(3, 2, 1, "day"));

    @Test
    void steps_are_put_in_the_order_of_their_dates_whatever_their_letters() {
        assertThat(order(steps("02.02.2024", "31.01.2024", "2024-03-01", "2024-01-01T10:00")))
                .containsExactly(3, 1, 0, 2);
        assertThat(order(steps("2024-05-31", "2024-05-31"))).as("equal dates").containsExactly(0, 1);
    }

    @Test
    void steps_without_any_date_stay_as_they_came() {
        assertThat(order(List.of(Map.of(), Map.of(), Map.of()))).containsExactly(0, 1, 2);
    }

    @Test
    void numbers_put_steps_in_order_by_their_value() {
        var numbers = new NumberStats(0, 99, 49.5, 28.9, true, 0, new Histogram(0, 99, List.of()), List.of());
        var day = OneTable.column("day", 0, ColumnModality.NUMERIC, ColumnRole.INPUT, numbers);
        assertThat(Chronology.of(SPLIT, Map.of("day", day), steps("10", "9", "-1")))
                .containsExactly(2, 1, 0);
    }

    @Test
    void a_step_whose_date_cannot_be_read_is_named() {
        assertThatThrownBy(() -> order(steps("2024-01-02", "03/04/2024")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.errors())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.pointer()).isEqualTo("/rows/1/day"))
                                .satisfies(problem ->
                                        assertThat(problem.detail()).contains("(03/04/2024)", "2024-05-31")));
        assertThatThrownBy(() -> order(List.of(Map.of("day", text("2024-01-02")), Map.of())))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void steps_of_several_series_are_refused() {
        var rows = Stream.of("North", "West", "North")
                .map(shop -> Map.of("shop", text(shop)))
                .toList();
        assertThatThrownBy(() -> order(rows)).hasMessageContaining("2 series (shop: North, West)");
    }

    @Test
    void series_may_be_told_apart_by_several_columns() {
        var split =
                new SplitSpec(null, "shop", null, 0.2, 0.2, 1).over(new WindowSpec(3, 2, 1, "day", List.of("item")));
        var rows = Stream.of("apples", "pears")
                .map(item -> Map.of("shop", text("North"), "item", text(item)))
                .toList();
        assertThatThrownBy(() -> Chronology.of(split, Map.of(), rows))
                .hasMessageContaining("2 series (shop, item: North apples, North pears)");
        assertThat(Chronology.of(split, Map.of(), List.of(rows.getFirst(), Map.of("shop", text("North")))))
                .as("who says nothing else goes on with the same")
                .containsExactly(0, 1);
    }

    private static int[] order(List<Map<String, JsonNode>> rows) {
        return Chronology.of(SPLIT, Map.<String, ColumnInfo>of(), rows);
    }

    private static List<Map<String, JsonNode>> steps(String... days) {
        return Stream.of(days).map(day -> Map.of("day", text(day))).toList();
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }
}
