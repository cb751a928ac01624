package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** What did well in one experiment is tried early in the next one of the project, which tells where it has it from. */
@QuarkusTest
class WarmStartFlowTest extends FlowTest {
    @Test
    void begins_with_what_did_well_before_and_tells_whence_unless_told_not_to() {
        var dataset = data.upload(ann, project, 150).toString();
        var earlier = start(dataset, "earlier", 12, true);
        awaitState(earlier, "COMPLETED");
        assertThat(get("/experiments/" + earlier).getList("warmStarts")).isEmpty();

        var later = start(dataset, "later", 8, true);
        var starts = get("/experiments/" + later).getList("warmStarts");
        assertThat(starts).hasSize(1);
        var whence = get("/experiments/" + later);
        assertThat(whence.getString("warmStarts[0].experiment")).isEqualTo(earlier);
        assertThat(whence.getString("warmStarts[0].name")).isEqualTo("earlier");
        awaitState(later, "COMPLETED");
        var trials = get("/experiments/%s/trials".formatted(later));
        assertThat(trials.getString("items[0].origin")).isEqualTo("FIRST");
        assertThat(trials.getString("items[1].origin")).isEqualTo("WARM_START");
        assertThat(trials.getInt("items[1].provenance.warmStart.trial"))
                .isEqualTo(whence.getInt("warmStarts[0].trial"));
        assertThat(chosen(get("/experiments/%s/trials".formatted(earlier)), whence))
                .as("what the trial chose there")
                .isEqualTo(trials.getMap("items[1].assignment"));

        assertCold(start(dataset, "cold", 8, false));
        assertCold(started(request(dataset, "a table alone", 8, true)
                .replace("\"tasks\"", "\"inputs\": [\"price\", \"weight\"], \"tasks\"")));
    }

    /** The trials of before took longer than an eighth of sixty milliseconds. */
    @Test
    void what_would_take_up_the_minutes_of_a_search_is_not_tried_again() {
        var dataset = data.upload(ann, project, 150).toString();
        awaitState(start(dataset, "earlier", 12, true), "COMPLETED");
        var hurried =
                started(request(dataset, "hurried", 8, true).replace("{\"trials\"", "{\"minutes\": 0.001, \"trials\""));
        assertThat(get("/experiments/" + hurried).getList("warmStarts")).isEmpty();
        awaitState(hurried, "COMPLETED");
    }

    private void assertCold(String experiment) {
        assertThat(get("/experiments/" + experiment).getList("warmStarts")).isEmpty();
        team.as(ann)
                .post("/api/v1/experiments/%s/actions/cancel".formatted(experiment))
                .then()
                .statusCode(200);
    }

    private static Object chosen(JsonPath trials, JsonPath whence) {
        return trials.getMap(
                "items.find { it.number == %d }.assignment".formatted(whence.getInt("warmStarts[0].trial")));
    }

    private String start(String dataset, String name, int trials, boolean warm) {
        return started(request(dataset, name, trials, warm));
    }

    private static String request(String dataset, String name, int trials, boolean warm) {
        return """
                {"name": "%s", "dataset": "%s", "tasks": [{"target": "liked"}, {"target": "stars"}],
                 "search": {"sampler": "random", "pruner": "none", "referees": false, "epochs": 2, "warmStart": %s,
                     "encoders": {"TEXT": ["mean"]}},
                 "budget": {"trials": %d}, "seed": 5}""".formatted(name, dataset, warm, trials);
    }
}
