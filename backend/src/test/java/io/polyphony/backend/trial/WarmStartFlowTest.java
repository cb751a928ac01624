package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polyphony.backend.security.Actor;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.SmallData;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What did well in one experiment is tried early in the next one of the project, which tells where it has it from. */
@QuarkusTest
class WarmStartFlowTest extends PlatformTest {
    @Inject
    TestTeam team;

    @Inject
    SmallData data;

    @Test
    void begins_with_what_did_well_before_and_tells_whence_unless_told_not_to() {
        var ann = team.user();
        var dataset = data.upload(ann, team.project(ann), 150).toString();
        var earlier = completed(ann, start(ann, dataset, "earlier", 12, true));
        assertThat(earlier.getList("warmStarts")).isEmpty();

        var later = start(ann, dataset, "later", 8, true);
        var starts = team.get(ann, "/experiments/" + later).getList("warmStarts");
        assertThat(starts).hasSize(1);
        var whence = team.get(ann, "/experiments/" + later);
        assertThat(whence.getString("warmStarts[0].experiment")).isEqualTo(earlier.getString("id"));
        assertThat(whence.getString("warmStarts[0].name")).isEqualTo("earlier");
        completed(ann, later);
        var trials = team.get(ann, "/experiments/%s/trials".formatted(later));
        assertThat(trials.getString("items[0].origin")).isEqualTo("FIRST");
        assertThat(trials.getString("items[1].origin")).isEqualTo("WARM_START");
        assertThat(trials.getInt("items[1].provenance.warmStart.trial"))
                .isEqualTo(whence.getInt("warmStarts[0].trial"));
        assertThat(chosen(team.get(ann, "/experiments/%s/trials".formatted(earlier.getString("id"))), whence))
                .as("what the trial chose there")
                .isEqualTo(trials.getMap("items[1].assignment"));

        var cold = start(ann, dataset, "cold", 8, false);
        assertThat(team.get(ann, "/experiments/" + cold).getList("warmStarts")).isEmpty();
        team.as(ann)
                .post("/api/v1/experiments/%s/actions/cancel".formatted(cold))
                .then()
                .statusCode(200);
    }

    private static Object chosen(JsonPath trials, JsonPath whence) {
        return trials.getMap(
                "items.find { it.number == %d }.assignment".formatted(whence.getInt("warmStarts[0].trial")));
    }

    private JsonPath completed(Actor ann, String id) {
        await().atMost(Duration.ofSeconds(120))
                .until(() ->
                        team.get(ann, "/experiments/" + id).getString("state").equals("COMPLETED"));
        return team.get(ann, "/experiments/" + id);
    }

    private String start(Actor ann, String dataset, String name, int trials, boolean warm) {
        var request = """
                {"name": "%s", "dataset": "%s", "tasks": [{"target": "liked"}, {"target": "stars"}],
                 "search": {"sampler": "random", "pruner": "none", "referees": false, "epochs": 2, "warmStart": %s,
                     "encoders": {"TEXT": ["mean"]}},
                 "budget": {"trials": %d}, "seed": 5}""".formatted(name, dataset, warm, trials);
        return team.as(ann)
                .body(request)
                .post("/api/v1/experiments")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }
}
