package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a script may ask of training, from its request to its figures. */
@QuarkusTest
class TrainingFlowTest extends FlowTest {
    private DatasetId dataset;

    @BeforeEach
    void upload() {
        dataset = data.upload(ann, project, 300);
    }

    @Test
    void a_trial_ends_when_its_minutes_are_up_and_keeps_its_best() {
        var id = start(
                "{'epochs':1000,'referees':false,'pruner':'none','sampler':'random'}",
                "{'trials':1,'minutesPerTrial':0.02}");
        var trial = completed(id).setRootPath("rows[0]");
        assertThat(trial.getString("trial.state")).isEqualTo("COMPLETED");
        assertThat(trial.getInt("trial.epoch")).isBetween(1, 999);
        assertThat(trial.getDouble("score")).isGreaterThan(0);
        assertThat(get("/experiments/" + id).getDouble("budget.trialSeconds")).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void a_soup_is_what_is_kept_and_ranked() {
        var id = start(
                "{'epochs':6,'referees':false,'pruner':'none','training':{'kept':['soup'],'averaging':['1']}}",
                "{'trials':1}");
        var comparison = completed(id).setRootPath("rows[0]");
        var trial = comparison.getString("trial.id");
        var metrics = get("/trials/%s/metrics".formatted(trial));
        double kept = metrics.getDouble("metrics.find { it.name == 'score' }.atBest");
        double best = metrics.getDouble("metrics.find { it.name == 'score' }.best");
        assertThat(kept).isGreaterThanOrEqualTo(best).isCloseTo(comparison.getDouble("score"), within(1e-6));
        assertThat(comparison.getString("trial.assignment.kept")).isEqualTo("soup");
    }

    @Test
    void tasks_share_as_asked_and_more_is_learnt_beside_them() {
        var id = start(
                "{'epochs':4,'referees':false,'training':{'sharing':['ple'],'unimodal':['1'],'modulation':['0.3'],'autoencoding':['variational']}}",
                "{'trials':1}");
        var trial = completed(id).setRootPath("rows[0].trial");
        assertThat(trial.getString("assignment.sharing")).isEqualTo("ple");
        assertThat(trial.getDouble("assignment.unimodal")).isEqualTo(1);
        var metrics = get("/trials/%s/metrics".formatted(trial.getString("id")));
        assertThat(metrics.getList("metrics.name", String.class))
                .contains("beside_loss autoencoding", "beside_loss unimodal.text", "modulation table");
    }

    @Test
    void the_gradients_of_the_tasks_are_looked_at() {
        var id = start("{'epochs':3,'referees':false,'lossWeightings':['equal']}", "{'trials':2}");
        var comparison = completed(id);
        for (var path : new String[] {
            "/experiments/%s/gradients".formatted(id),
            "/trials/%s/gradients".formatted(comparison.getString("rows[0].trial.id"))
        }) {
            var gradients = get(path);
            assertThat(gradients.getInt("samples")).isPositive();
            assertThat(gradients.getDouble("norms.liked")).isPositive();
            assertThat(gradients.getString("pairs[0].task")).isEqualTo("liked");
            assertThat(gradients.getDouble("pairs[0].cosine")).isBetween(-1.0, 1.0);
            assertThat(gradients.getDouble("pairs[0].conflictRate")).isBetween(0.0, 1.0);
            assertThat(gradients.getList("advice")).isNotEmpty();
        }
    }

    private String start(String search, String budget) {
        var body = """
                {"name":"Trained","dataset":"%s","tasks":[{"target":"liked"},{"target":"stars"}],"search":%s,"budget":%s}""".formatted(dataset, search, budget).replace('\'', '"');
        return started(body);
    }
}
