package io.polyphony.backend.trial;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.SmallData;
import io.polyphony.backend.testing.TestTeam;
import io.polyphony.engine.export.Bundle;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks that are each stopped at their own best epoch, over REST: what a trial then is, and what becomes of it. */
@QuarkusTest
class EarlyStoppingFlowTest extends PlatformTest {
    private static final int TRIALS = 3;
    private static final String ASKED = "{\"rows\":[{\"price\":20,\"review\":\"lovely great soft\"}]%s}";

    @Inject
    TestTeam team;

    @Inject
    SmallData data;

    private Actor ann;
    private DatasetId dataset;

    @BeforeEach
    void upload() {
        ann = team.user();
        dataset = data.uploadCsv(ann, team.project(ann), "mistaken.csv", mistaken());
    }

    /** Every third row is said to be liked by mistake, or not: that is soon learnt by heart, while stars go on to be learnt. */
    private static String mistaken() {
        var lines = SmallData.csv(200).lines().toArray(String[]::new);
        for (int i = 1; i < lines.length; i += 3) {
            lines[i] =
                    lines[i].contains(",yes,") ? lines[i].replace(",yes,", ",no,") : lines[i].replace(",no,", ",yes,");
        }
        return String.join("\n", lines) + "\n";
    }

    @Test
    void each_task_is_measured_and_answered_at_its_own_best_epoch() throws IOException {
        var trials = completed(start(1));
        int apart = 0;
        for (var trial : trials) {
            var metrics = team.get(ann, "/trials/%s/metrics".formatted(trial));
            var curves = team.get(ann, "/trials/%s/curves".formatted(trial));
            assertThat(kept(metrics, "liked", "roc_auc"))
                    .isCloseTo(Collections.max(curve(curves, "liked", "roc_auc")), within(1e-4f));
            assertThat(kept(metrics, "stars", "mae"))
                    .isCloseTo(Collections.min(curve(curves, "stars", "mae")), within(1e-4f));
            var model = team.post(ann, "/trials/%s/promote".formatted(trial), "{}", 200);
            assertThat(model.getFloat("validation.stars.mae")).isCloseTo(kept(metrics, "stars", "mae"), within(1e-4f));
            apart += answered(requireNonNull(model.getString("id"))).members().size() - 1;
        }
        assertThat(apart).as("tasks whose best epochs differ").isPositive();
    }

    @Test
    void folds_ensembles_and_variants_keep_tasks_and_networks_apart() throws IOException {
        var experiment = start(2);
        var trials = completed(experiment);
        int apart = 0;
        for (var trial : trials) {
            var model = team.post(ann, "/trials/%s/promote".formatted(trial), "{}", 200);
            var metrics = team.get(ann, "/trials/%s/metrics".formatted(trial));
            assertThat(model.getFloat("validation.liked.roc_auc"))
                    .isCloseTo(kept(metrics, "liked", "roc_auc"), within(1e-4f));
            apart += answered(requireNonNull(model.getString("id"))).members().size() - 2;
        }
        assertThat(apart).as("tasks whose best epochs differ").isPositive();
        var ensemble = requireNonNull(team.post(ann, "/experiments/%s/promote".formatted(experiment), "{}", 200)
                .getString("id"));
        var networks = answered(ensemble).members().size();
        explained(ensemble);
        new Varying(team, ann).apart(ensemble, networks / 2);
    }

    /** The model's file, whose networks answer their own tasks alone and as the platform does. */
    private Bundle answered(String model) throws IOException {
        var file = team.as(ann).get("/api/v1/models/%s/bundle".formatted(model)).asByteArray();
        var bundle = Bundle.read(new ByteArrayInputStream(file));
        double yes = 0;
        double stars = 0;
        for (var member : bundle.members()) {
            var alone = Bundle.of(member.network(), "{}")
                    .predict(List.of(Map.of("price", 20, "review", "lovely great soft")));
            yes += member.weights().getOrDefault("liked", 0.0)
                    * requireNonNull(alone.get("liked")).scores()[0][1];
            stars += member.weights().getOrDefault("stars", 0.0)
                    * requireNonNull(alone.get("stars")).scores()[0][0];
        }
        var answer = team.post(ann, "/models/%s/predictions".formatted(model), ASKED.formatted(""), 200);
        assertThat(answer.getDouble("predictions[0].liked.probabilities.yes"))
                .isCloseTo(Tempered.of(bundle, "liked", yes), within(1e-5));
        assertThat(answer.getDouble("predictions[0].stars.value")).isCloseTo(stars, within(1e-4));
        return bundle;
    }

    /** A task's answer is explained by a network that gives it. */
    private void explained(String model) {
        for (var task : List.of("liked", "stars")) {
            var asked = ASKED.formatted(",\"task\":\"%s\"".formatted(task));
            var reason = team.post(ann, "/models/%s/explanations".formatted(model), asked, 200);
            var members = team.get(ann, "/models/" + model);
            assertThat(members.getList("members.trial", String.class)).contains(reason.getString("trial"));
        }
    }

    private static float kept(JsonPath metrics, String task, String name) {
        return metrics.getFloat("metrics.find { it.task == '%s' && it.name == '%s' && it.split == 'validation' }.atBest"
                .formatted(task, name));
    }

    private static List<Float> curve(JsonPath curves, String task, String name) {
        return requireNonNull(curves.<Float>getList(
                "curves.find { it.task == '%s' && it.name == '%s' }.points.value".formatted(task, name)));
    }

    private String start(int folds) {
        var body = """
                {"name":"Each its own","dataset":"%s","tasks":[{"target":"liked"},{"target":"stars"}],"split":{"folds":%d},
                 "search":{"epochs":16,"referees":false,"pruner":"none","encoders":{"TEXT":["mean"]},
                           "training":{"stopping":["each_task"],"schedule":["constant"]}},
                 "budget":{"trials":%d},"seed":5}""".formatted(dataset, folds, TRIALS);
        return requireNonNull(team.post(ann, "/experiments", body, 201).getString("id"));
    }

    private List<String> completed(String experiment) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> "COMPLETED"
                        .equals(team.get(ann, "/experiments/" + experiment).getString("state")));
        var rows = team.get(ann, "/experiments/%s/comparison".formatted(experiment));
        var trials = rows.getList("rows.trial.id", String.class);
        assertThat(new HashSet<>(trials)).hasSize(TRIALS);
        return trials;
    }
}
