package io.polyphony.frontend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.internal.JacksonUtils;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.comparison.Contour;
import io.polyphony.backend.comparison.Insight;
import io.polyphony.backend.comparison.Recommendation;
import io.polyphony.backend.comparison.Slice;
import io.polyphony.backend.comparison.Verdict;
import io.polyphony.hpo.analysis.Benefit;
import io.polyphony.hpo.analysis.Distribution;
import io.polyphony.hpo.analysis.Slices;
import io.polyphony.hpo.trial.Direction;
import io.polyphony.hpo.trial.Scalarization;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnalysisOptionsTest {
    private static final Insight.TaskInsight STARS = new Insight.TaskInsight(
            "stars",
            List.of(),
            null,
            Direction.MINIMIZE,
            List.of(new Insight.Step(1, 0.5, 0.5), new Insight.Step(4, 0.7, 0.5), new Insight.Step(6, 0.3, 0.3)),
            List.of(
                    new Distribution.Step(0.3, 1 / 3.0),
                    new Distribution.Step(0.5, 2 / 3.0),
                    new Distribution.Step(0.7, 1)));

    @Test
    void a_history_shows_every_trial_and_the_best_until_then() {
        var option = json(ObjectiveHistoryOption.of(STARS, Map.of(4, "id of 4")));
        assertThat(option.at("/series/0/data")).hasToString("[[1,0.5],[4,0.5],[6,0.3]]");
        assertThat(option.at("/series/1/data/1/value")).hasToString("[4,0.7]");
        assertThat(option.at("/series/1/data/1/trial").asString()).isEqualTo("id of 4");
        assertThat(ObjectiveHistoryOption.told(STARS)).contains("3 completed trials", "0.5000", "0.3000");
    }

    @Test
    void a_distribution_rises_from_nothing_to_one() {
        var option = json(DistributionOption.of(STARS));
        assertThat(option.at("/series/0/data/0")).hasToString("[0.3,0]");
        assertThat(option.at("/series/0/data/3/1").asDouble()).isEqualTo(1);
        assertThat(DistributionOption.told(STARS)).contains("at most 0.5000");
    }

    @Test
    void numbers_over_orders_of_magnitude_lie_on_a_logarithmic_axis_and_words_on_one_of_words() {
        assertThat(axis(1e-4, 1e-2)).isEqualTo("log");
        assertThat(axis(0.1, 0.4)).isEqualTo("value");
        assertThat(axis("gated", "low-rank")).isEqualTo("category");
        var slice = slice("gated", "low-rank");
        assertThat(json(SliceOption.of(slice, Map.of())).at("/xAxis/data")).hasToString("[\"Gated\",\"Low rank\"]");
        assertThat(SliceOption.told(slice)).contains("the best, 1.000, has Gated");
    }

    @Test
    void a_contour_is_deepest_where_the_objective_is_best_whatever_its_direction() {
        var down = new Contour(
                "stars", Direction.MINIMIZE, "a", "b", List.of("x"), List.of(1L, 2L), List.of(List.of(0.4, 0.2)));
        assertThat(json(ContourOption.of(down)).at("/visualMap/inRange/color/0").asString())
                .isEqualTo("var(--heat)");
        assertThat(ContourOption.told(down)).contains("about 0.2000", "B 2");
        var up = new Contour(
                "liked", Direction.MAXIMIZE, "a", "b", List.of("x"), List.of(1L, 2L), List.of(List.of(0.4, 0.2)));
        assertThat(json(ContourOption.of(up)).at("/visualMap/inRange/color/1").asString())
                .isEqualTo("var(--heat)");
    }

    @Test
    void the_recommended_trial_stands_out_unless_it_misses_a_limit() {
        var wishes = List.of(
                new Recommendation.Wish("liked", Direction.MAXIMIZE, 1, 0.9),
                new Recommendation.Wish("stars", Direction.MINIMIZE, 1, null));
        var trial = new Recommendation.Candidate(
                new TrialId(new UUID(0, 1)), 1, true, 0.1, List.of(), Map.of("liked", 0.95, "stars", 0.4));
        var kept = new Recommendation(Scalarization.CHEBYSHEV, wishes, List.of(trial), null);
        var option = json(PreferenceOption.of(kept, wishes.get(0), wishes.get(1)));
        assertThat(option.at("/series/0/data/0/symbol").asString()).isEqualTo("diamond");
        assertThat(option.at("/series/0/markLine/data")).hasToString("[{\"xAxis\":0.9}]");
        assertThat(option.at("/xAxis/inverse").asBoolean()).isFalse();
        assertThat(option.at("/yAxis/inverse").asBoolean())
                .as("less is better, and up")
                .isTrue();
        var missed = new Recommendation(Scalarization.CHEBYSHEV, wishes, List.of(trial), "None keeps to all.");
        assertThat(json(PreferenceOption.of(missed, wishes.get(0), wishes.get(1)))
                        .at("/series/0/data/0/symbol")
                        .asString())
                .isEqualTo("circle");
    }

    @Test
    void the_verdict_is_about_the_strongest_referee() {
        var weak = fusing("only table", new Benefit(0.3, 0.2, 0.4), Benefit.Verdict.HELPS);
        var strong = fusing("only text", new Benefit(-0.01, -0.02, 0.01), Benefit.Verdict.UNDECIDED);
        assertThat(VerdictPanel.sentence(List.of(weak, strong))).startsWith("Fusing neither helps nor hurts");
        assertThat(VerdictPanel.sentence(List.of(weak)))
                .isEqualTo(
                        "Fusing helps, beside its best input alone: +0.3000 (+0.2000 to +0.4000) in ROC-AUC better.");
    }

    private static Verdict fusing(String referee, Benefit benefit, Benefit.Verdict verdict) {
        var id = new TrialId(new UUID(0, 2));
        return new Verdict(Verdict.Question.FUSING, "liked", referee, "roc_auc", id, id, benefit, verdict, null);
    }

    /** A column of points without a word below it says nothing. */
    @Test
    void every_choice_of_a_slice_is_told_on_its_axis() {
        var points = IntStream.range(0, 9)
                .mapToObj(i -> new Slices.Point(i, "choice " + i, i))
                .toList();
        var many = json(SliceOption.of(new Slice("stars", Direction.MINIMIZE, "fusion", points), Map.of()));
        assertThat(many.at("/xAxis/axisLabel/hideOverlap").asBoolean(true)).isFalse();
        assertThat(many.at("/xAxis/axisLabel/rotate").asInt()).isPositive();
        var few = json(SliceOption.of(slice("late", "gated"), Map.of()));
        assertThat(few.at("/xAxis/axisLabel").has("rotate")).isFalse();
    }

    private static String axis(Object first, Object second) {
        return json(SliceOption.of(slice(first, second), Map.of()))
                .at("/xAxis/type")
                .asString();
    }

    private static Slice slice(Object first, Object second) {
        return new Slice(
                "stars",
                Direction.MINIMIZE,
                "fusion",
                List.of(new Slices.Point(1, first, 1), new Slices.Point(2, second, 2)));
    }

    private static JsonNode json(Map<String, Object> option) {
        return JacksonUtils.mapToJson(option);
    }
}
