package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task that is learnt for the sake of the others is measured, and ranks no trial. */
@QuarkusTest
class AuxiliaryTaskFlowTest extends FlowTest {
    private DatasetId dataset;

    @BeforeEach
    void upload() {
        dataset = data.upload(ann, project, 300);
    }

    @Test
    void it_is_learnt_and_measured_but_only_the_others_rank() {
        var made = asked("[{'target':'liked'},{'target':'stars','auxiliary':true}]", "null", 201);
        var id = made.getString("id");
        assertThat(made.getList("tasks.auxiliary", Boolean.class)).containsExactly(false, true);
        assertThat(made.getList("objectives.name", String.class)).containsExactly("liked");
        var rows = completed(id);
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
        assertThat(asked("[{'target':'liked','auxiliary':true}]", "null", 422).getString("errors[0].detail"))
                .contains("All tasks are auxiliary");
        assertThat(asked(
                                "[{'target':'liked'},{'target':'stars','auxiliary':true}]",
                                "[{'target':'stars','atMost':0.5}]",
                                422)
                        .getString("errors[0].pointer"))
                .isEqualTo("/objectives/0/target");
    }

    private JsonPath asked(String tasks, String objectives, int status) {
        var body = """
                {"name":"Helped","dataset":"%s","tasks":%s,"objectives":%s,"seed":1,"budget":{"trials":4},
                 "search":{"epochs":6,"pruner":"none"}}""".formatted(dataset, tasks, objectives).replace('\'', '"');
        return post("/experiments", body, status);
    }
}
