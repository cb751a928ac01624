package io.polyphony.backend.trial;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** "A good guess of who likes it in less than ten seconds, and the smallest error in stars within that", over REST. */
@QuarkusTest
class ObjectivesFlowTest extends FlowTest {
    private static final double MOST_PARAMETERS = 50_000;

    @Test
    void searches_for_one_task_within_limits_of_others() {
        var id = started(request(data.upload(ann, project, 150).toString()));
        var asked = get("/experiments/" + id);
        assertThat(asked.getList("objectives.name"))
                .containsExactly("stars", "liked.accuracy", "latency_ms", "parameters");
        assertThat(asked.getString("search.scalarization")).isEqualTo("none");
        var comparison = completed(id);
        keepsToItsLimits(comparison);
        tellsWhatMattered(id);
    }

    private static void keepsToItsLimits(JsonPath comparison) {
        var rows = comparison.<Map<String, Map<String, Object>>>getList("rows");
        assertThat(rows).hasSize(12);
        assertThat(comparison.<String>getList("rows.findAll { it.trial.state == 'PRUNED' }.trial.message"))
                .as("networks that are too large")
                .isNotEmpty()
                .allMatch(message -> message.startsWith("Not trained: parameters"));
        var completed =
                comparison.<Map<String, Number>>getList("rows.findAll { it.trial.state == 'COMPLETED' }.measures");
        assertThat(completed).isNotEmpty().allSatisfy(measures -> {
            assertThat(measures).containsOnlyKeys("latency_ms", "size_mb", "parameters", "training_seconds");
            assertThat(value(measures, "parameters")).isBetween(1.0, MOST_PARAMETERS);
            assertThat(value(measures, "latency_ms")).isPositive();
        });
        // One objective is improved, so that the best within the limits is alone.
        assertThat(comparison.getList("rows.findAll { it.pareto }")).hasSize(1);
    }

    private static double value(Map<String, Number> measures, String name) {
        return requireNonNull(measures.get(name)).doubleValue();
    }

    private void tellsWhatMattered(String id) {
        var insight = get("/experiments/%s/insight".formatted(id));
        assertThat(insight.getList("tasks.task"))
                .containsExactly("stars", "liked.accuracy", "latency_ms", "parameters");
    }

    private static String request(String dataset) {
        return """
                {"name": "within limits", "dataset": "%s", "tasks": [{"target": "liked"}, {"target": "stars"}],
                 "objectives": [{"target": "stars"}, {"target": "liked", "metric": "accuracy", "atLeast": 0.4},
                     {"measure": "latency_ms", "atMost": 10000}, {"measure": "parameters", "atMost": %s}],
                 "search": {"sampler": "random", "referees": false, "epochs": 1, "encoders": {"TEXT": ["mean"]}},
                 "budget": {"trials": 12}, "seed": 5}""".formatted(dataset, MOST_PARAMETERS);
    }
}
