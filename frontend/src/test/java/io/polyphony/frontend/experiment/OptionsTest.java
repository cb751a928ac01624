package io.polyphony.frontend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.internal.JacksonUtils;
import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.hpo.analysis.OptimizationHistory;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OptionsTest {
    private final List<TrialRow> rows = List.of(
            Rows.trial(1, "gated", 0.80, 0.50),
            Rows.trial(2, "late", 0.90, 0.70),
            Rows.trial(3, "gated", 0.85, 0.90),
            Rows.trial(4, "average", 0.70, 0.95),
            Rows.referee(5, Map.of("up", 0.99, "down", 0.1)));

    @Test
    void the_front_joins_those_that_nobody_beats_and_no_referees() {
        var line = series(ParetoOption.of(Rows.UP, Rows.DOWN, rows), "front").get("data");
        assertThat(numbers(line)).containsExactly(List.of(0.9, 0.7), List.of(0.8, 0.5));
    }

    @Test
    void the_front_grows_in_steps_of_trials() {
        var line = series(
                        FrontOption.of(
                                List.of(new OptimizationHistory.Point(0, 0.25), new OptimizationHistory.Point(3, 1))),
                        "covered")
                .get("data");
        assertThat(numbers(line)).containsExactly(List.of(0.0, 0.25), List.of(3.0, 1.0));
    }

    @Test
    void a_heat_cell_holds_the_best_of_its_pair() {
        var cells = series(HeatOption.of(Rows.UP, rows.subList(0, 4)), "heat").get("data");
        var gated = StreamSupport.stream(cells.spliterator(), false)
                .filter(cell -> cell.get("note").asString().startsWith("Gated"))
                .toList();
        assertThat(gated).singleElement().satisfies(cell -> {
            assertThat(cell.get("value").get(2).asString()).isEqualTo("0.8500");
            assertThat(cell.get("note").asString()).contains("the best of 2");
        });
    }

    @Test
    void of_one_task_whose_losses_nobody_weighs_every_fusion_is_a_cell() {
        var alone = List.of(Rows.unweighed(1, "gated", 0.8), Rows.unweighed(2, "late", 0.9));
        assertThat(series(HeatOption.of(Rows.UP, alone), "heat").get("data")).hasSize(2);
        var option = JacksonUtils.mapToJson(HeatOption.of(Rows.UP, alone));
        assertThat(option.get("xAxis").get("data").get(0).asString())
                .as("where nothing is weighed there is nothing to say")
                .isEmpty();
        assertThat(option.get("yAxis").get("data").get(0).asString()).isEqualTo("Gated");
        assertThat(option.get("series").get(0).get("data").get(0).get("note").asString())
                .startsWith("Gated: ");
        assertThat(HeatOption.pairs(alone)).isEqualTo(2);
        assertThat(HeatOption.pairs(alone.subList(0, 1))).isEqualTo(1);
    }

    @Test
    void a_few_whole_numbers_are_choices_on_their_axis_and_others_are_continuous() {
        var choices =
                ParallelOption.Axis.of("batch", false, row -> 32L << row.trial().number() % 2, rows);
        assertThat(choices.words()).containsExactly("32", "64");
        assertThat(choices.place(rows.getFirst())).isEqualTo("64");
        var rates =
                ParallelOption.Axis.of("rate", false, row -> 0.1 * row.trial().number(), rows);
        assertThat(rates.words()).isEmpty();
        assertThat(rates.place(rows.getFirst())).isEqualTo(0.1);
    }

    @Test
    void hostile_names_stay_text() {
        var option = HistoryOption.of(List.of(Rows.trial(1, "<img src=x onerror=alert(1)>", 0.5, 0.5)));
        var note = series(option, "trials").get("data").get(0).get("note").asString();
        assertThat(note).contains("onerror");
        assertThat(option.get("tooltip"))
                .as("a template is filled as rich text, a function would be HTML")
                .hasToString("{template={t}}");
    }

    private static JsonNode series(Map<String, Object> option, String id) {
        return StreamSupport.stream(JacksonUtils.mapToJson(option).get("series").spliterator(), false)
                .filter(series -> series.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<Double>> numbers(JsonNode points) {
        return StreamSupport.stream(points.spliterator(), false)
                .map(point -> StreamSupport.stream(point.spliterator(), false)
                        .map(JsonNode::asDouble)
                        .toList())
                .toList();
    }
}
