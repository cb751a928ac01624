package io.polyphony.backend.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One search with its referees, looked at from all sides. */
@QuarkusTest
class AnalysisFlowTest extends FlowTest {
    @Test
    void looks_at_a_search_from_all_sides() {
        var id = started(request(data.upload(ann, project, 400).toString()));
        awaitState(id, "COMPLETED");
        whatMattered(get(path(id, "insight?method=fanova")));
        landscapes(id);
        runs(get(path(id, "timeline")));
        referees(get(path(id, "verdicts")));
        preferences(id);
    }

    private static void whatMattered(JsonPath insight) {
        assertThat(insight.getList("tasks.task")).containsExactly("liked", "stars");
        assertThat(insight.getList("tasks[0].importance.error")).isNotEmpty().doesNotContainNull();
        assertThat(insight.getList("tasks[0].history")).hasSize(12);
        assertThat(insight.<Float>getList("tasks[1].history.best")).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        assertThat(insight.getFloat("tasks[1].distribution[-1].share")).isEqualTo(1);
        assertThat(insight.getFloat("hypervolume[-1].value")).isEqualTo(1);
        assertThat(insight.getList("parameters")).contains("learning_rate", "fusion");
        assertThat(insight.getFloat("correlations.rows[0][0]")).isEqualTo(1);
        assertThat(insight.getFloat("correlations.rows[0][1]"))
                .isEqualTo(insight.getFloat("correlations.rows[1][0]"))
                .isBetween(-1f, 1f);
    }

    private void landscapes(String id) {
        var slice = get(path(id, "slice?objective=stars&parameter=learning_rate"));
        assertThat(slice.getList("points")).hasSize(12);
        assertThat(slice.getString("direction")).isEqualTo("MINIMIZE");
        var contour = get(path(id, "contour?objective=stars&first=fusion&second=learning_rate"));
        assertThat(contour.getList("goals")).hasSameSizeAs(contour.getList("rows"));
        assertThat(contour.getList("goals[0]")).hasSameSizeAs(contour.getList("columns"));
        refused(path(id, "slice?objective=stars&parameter=nothing"), "no choice of (nothing)");
        refused(path(id, "contour?objective=nobody&first=fusion&second=batch"), "no objective (nobody)");
    }

    private static void runs(JsonPath timeline) {
        assertThat(timeline.getList("outcome"))
                .as(timeline.prettify())
                .hasSize(16)
                .containsOnly("completed");
        assertThat(timeline.getList("worker.unique()")).hasSize(1);
        assertThat(timeline.getList("startedAt", String.class)).isSorted();
    }

    private static void referees(JsonPath verdicts) {
        assertThat(verdicts.getList("findAll { it.question == 'SHARING' }.referee"))
                .containsExactlyInAnyOrder("only liked", "only stars");
        assertThat(verdicts.getList("findAll { it.question == 'FUSING' }.referee"))
                .containsExactlyInAnyOrder("only table", "only table", "only text", "only text");
        assertThat(verdicts.getList("missing")).containsOnlyNulls();
        assertThat(verdicts.getList("verdict", String.class)).isSubsetOf("HELPS", "HURTS", "UNDECIDED");
        // Words alone decide who likes it, so that the table without them guesses.
        var liked = "find { it.referee == 'only table' && it.task == 'liked' }";
        assertThat(verdicts.getString(liked + ".verdict")).isEqualTo("HELPS");
        assertThat(verdicts.getFloat(liked + ".benefit.low"))
                .isPositive()
                .isLessThan(verdicts.getFloat(liked + ".benefit.high"));
    }

    private void preferences(String id) {
        var balanced = get(path(id, "recommendation"));
        assertThat(balanced.getList("trials")).hasSize(12);
        assertThat(balanced.getBoolean("trials[0].pareto")).isTrue();
        var stars = get(path(id, "recommendation?weight=liked:0&scalarization=weighted-sum"));
        var least = stars.getList("trials.values.stars", Float.class);
        assertThat(least).isSorted();
        var limited = get(path(id, "recommendation?limit=liked.accuracy:2&limit=latency_ms:1e9"));
        assertThat(limited.getString("missing")).contains("liked.accuracy");
        assertThat(limited.getList("trials[0].missed")).isEqualTo(List.of("liked.accuracy"));
        refused(path(id, "recommendation?weight=liked"), "name, a colon and a number");
        refused(path(id, "recommendation?weight=liked:-1"), "not at least 0");
        refused(path(id, "recommendation?weight=liked:0&weight=stars:0"), "all weights are 0");
        refused(path(id, "recommendation?limit=price:1"), "nothing (price)");
        refused(path(id, "recommendation?scalarization=none"), "no order");
    }

    private void refused(String path, String why) {
        team.as(ann).get("/api/v1" + path).then().statusCode(400).body("detail", containsString(why));
    }

    private static String path(String id, String look) {
        return "/experiments/%s/%s".formatted(id, look);
    }

    private static String request(String dataset) {
        return """
                {"name": "all sides", "dataset": "%s", "tasks": [{"target": "liked"}, {"target": "stars"}],
                 "search": {"sampler": "random", "pruner": "none", "epochs": 2, "encoders": {"TEXT": ["mean"]}},
                 "budget": {"trials": 12}, "seed": 5}""".formatted(dataset);
    }
}
