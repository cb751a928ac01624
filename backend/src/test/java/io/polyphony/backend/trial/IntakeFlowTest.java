package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trials that the search did not propose, and searches that end before their budget does; over REST. */
@QuarkusTest
class IntakeFlowTest extends FlowTest {
    private String dataset = "";

    @BeforeEach
    void upload() {
        dataset = data.upload(ann, project, 150).toString();
    }

    @Test
    void a_person_has_an_assignment_tried() {
        var id = searched("\"trials\": 2");
        var trial = post(
                "/experiments/%s/trials".formatted(id), "{\"assignment\": {\"fusion\": \"late\", \"width\": 64}}", 201);
        assertThat(trial.getString("origin")).isEqualTo("ENQUEUED");
        assertThat(trial.getInt("number")).isEqualTo(3);
        assertThat(trial.getMap("assignment")).containsEntry("fusion", "late").containsEntry("width", 64);

        awaitState(id, "COMPLETED");
        assertThat(get("/trials/" + trial.getString("id")).getString("state")).isEqualTo("COMPLETED");
        assertThat(get("/experiments/" + id).getInt("budget.trials")).isEqualTo(3);
    }

    @Test
    void what_cannot_be_tried_is_refused_with_a_cure() {
        var id = searched("\"trials\": 1");
        refused(id, "{\"assignment\": {\"fusion\": \"glue\"}}", 422, "concatenation");
        refused(id, "{\"assignment\": {\"fushion\": \"late\"}}", 422, "There is no parameter (fushion)");
        refused(id, "{\"assignment\": {\"learning_rate\": 7}}", 422, "0.01");
        refused(id, "{\"assignment\": {}}", 409, "Trial 1 has this assignment already");
    }

    @Test
    void trials_go_out_as_a_table_and_come_in_again() {
        var one = searched("\"trials\": 3");
        var csv = team.as(ann)
                .get("/api/v1/experiments/%s/trials.csv".formatted(one))
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(4).first().asString().startsWith("number,values_0,values_1,params_");

        var other = experiment("\"trials\": 4");
        importing(other, csv.lines().limit(3).reduce("", (all, line) -> all + line + "\n"), 200)
                .body("imported", equalTo(2))
                .body("skipped", equalTo(0));
        var rows = completed(other);
        assertThat(rows.getList("rows.findAll { it.trial.origin == 'IMPORTED' }"))
                .hasSize(2);
        assertThat(rows.getList("rows.findAll { it.trial.origin != 'IMPORTED' }"))
                .as("the budget is spent on own trials")
                .hasSize(4);
        assertThat(rows.getList("rows.findAll { it.trial.origin == 'IMPORTED' && it.pareto }"))
                .isEmpty();
        importing(other, csv, 200).body("imported", equalTo(0)).body("skipped", equalTo(3));
        importing(other, csv.replace("COMPLETE", "DONE"), 422).body("detail", containsString("Data row 1 "));
    }

    @Test
    void ends_with_the_reason_when_a_score_is_enough() {
        var id = searched("\"trials\": 50, \"score\": 0.05");
        var experiment = get("/experiments/" + id);
        assertThat(experiment.getString("message")).startsWith("Ended early: trial ");
        assertThat(experiment.getInt("progress.finished")).isLessThan(30);

        var more = post("/experiments/%s/actions/extend".formatted(id), "{\"trials\": 1}", 200);
        assertThat(more.getString("budget.score"))
                .as("an extension lifts what ended it")
                .isNull();
    }

    @Test
    void ends_with_the_reason_when_little_is_left_to_gain() {
        var id = searched("\"trials\": 60, \"gain\": 1");
        var experiment = get("/experiments/" + id);
        assertThat(experiment.getString("message")).startsWith("Ended early. The next trial is expected to");
        assertThat(experiment.getInt("progress.finished")).isBetween(16, 59);
    }

    private void refused(String id, String body, int status, String detail) {
        assertThat(post("/experiments/%s/trials".formatted(id), body, status).getString("detail"))
                .contains(detail);
    }

    private ValidatableResponse importing(String id, String csv, int status) {
        return team.as(ann)
                .contentType("text/csv")
                .body(csv)
                .post("/api/v1/experiments/%s/trials.csv".formatted(id))
                .then()
                .statusCode(status);
    }

    private String searched(String budget) {
        var id = experiment(budget);
        awaitState(id, "COMPLETED");
        return id;
    }

    private String experiment(String budget) {
        JsonPath created = post("/experiments", """
                {"name": "intake", "dataset": "%s", "tasks": [{"target": "liked"}, {"target": "stars"}],
                 "search": {"referees": false, "epochs": 1, "pruner": "none", "encoders": {"TEXT": ["mean"]}},
                 "budget": {%s}, "seed": 5}""".formatted(dataset, budget), 201);
        return created.getString("id");
    }
}
