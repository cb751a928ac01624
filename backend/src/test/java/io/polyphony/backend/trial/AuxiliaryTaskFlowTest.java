package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.SmallData;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task that is learnt for the sake of the others is measured, and ranks no trial. */
@QuarkusTest
class AuxiliaryTaskFlowTest extends PlatformTest {
    @Inject
    TestTeam team;

    @Inject
    SmallData data;

    private Actor ann;
    private DatasetId dataset;

    @BeforeEach
    void upload() {
        ann = team.user();
        dataset = data.upload(ann, team.project(ann), 300);
    }

    @Test
    void it_is_learnt_and_measured_but_only_the_others_rank() {
        var made = post("[{'target':'liked'},{'target':'stars','auxiliary':true}]", "null", 201);
        var id = made.getString("id");
        assertThat(made.getList("tasks.auxiliary", Boolean.class)).containsExactly(false, true);
        assertThat(made.getList("objectives.name", String.class)).containsExactly("liked");
        await().atMost(Duration.ofSeconds(90))
                .until(() ->
                        "COMPLETED".equals(team.get(ann, "/experiments/" + id).getString("state")));
        var rows = team.get(ann, "/experiments/%s/comparison".formatted(id));
        assertThat(rows.getList("rows.trial.label", String.class))
                .contains("only text", "only table", "only liked")
                .doesNotContain("only stars");
        var first = rows.setRootPath("rows.find { it.trial.number == 1 }");
        assertThat(first.getDouble("tasks.stars.atBestEpoch")).isPositive();
        assertThat(first.getDouble("score"))
                .as("2 AUC - 1 of the one task that counts")
                .isCloseTo(2 * first.getDouble("tasks.liked.metrics.roc_auc.atBest") - 1, within(0.02));
    }

    @Test
    void what_ranks_nothing_is_no_objective_and_something_has_to_rank() {
        assertThat(post("[{'target':'liked','auxiliary':true}]", "null", 422).getString("errors[0].detail"))
                .contains("All tasks are auxiliary");
        assertThat(post(
                                "[{'target':'liked'},{'target':'stars','auxiliary':true}]",
                                "[{'target':'stars','atMost':0.5}]",
                                422)
                        .getString("errors[0].pointer"))
                .isEqualTo("/objectives/0/target");
    }

    private JsonPath post(String tasks, String objectives, int status) {
        var body = """
                {"name":"Helped","dataset":"%s","tasks":%s,"objectives":%s,"seed":1,"budget":{"trials":4},
                 "search":{"epochs":6,"pruner":"none"}}""".formatted(dataset, tasks, objectives).replace('\'', '"');
        return team.post(ann, "/experiments", body, status);
    }
}
