package io.polyphony.backend.trial;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.testing.FlowTest;
import io.polyphony.engine.evaluation.Averaging;
import io.polyphony.engine.export.Bundle;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A search in folds over REST: what a trial then is, and what becomes of it. */
@QuarkusTest
class FoldsFlowTest extends FlowTest {
    private static final int FOLDS = 3;
    private static final int EPOCHS = 4;

    private DatasetId dataset;

    @BeforeEach
    void upload() {
        dataset = data.upload(ann, project, 150);
    }

    @Test
    void a_trial_trains_a_network_per_fold_and_they_become_one_model() throws IOException {
        var id = start(EPOCHS, 2);
        var best = completed(id).setRootPath("rows.max { it.score }");
        var trial = requireNonNull(best.getString("trial.id"));
        told(trial, best.getDouble("score"));
        var model = post("/trials/%s/promote".formatted(trial), "{}", 200);
        var metrics = get("/trials/%s/metrics".formatted(trial));
        assertThat(model.getDouble("validation.liked.roc_auc"))
                .isCloseTo(kept(metrics, "liked", "roc_auc").getDouble("atBest"), within(1e-5));
        assertThat(model.getInt("testRows")).isEqualTo(30);
        answersAsItsNetworksTogether(requireNonNull(model.getString("id")));
        explained(requireNonNull(model.getString("id")));
        new Varying(team, ann).inFolds(requireNonNull(model.getString("id")), FOLDS);
        var ensemble = post("/experiments/%s/promote".formatted(id), "{}", 200);
        assertThat(ensemble.getDouble("validation.stars.mae"))
                .isLessThanOrEqualTo(kept(metrics, "stars", "mae").getDouble("atBest") + 1e-5);
        answersAsItsNetworksTogether(requireNonNull(ensemble.getString("id")));
        stacked(id);
    }

    /** Its weights are learned from answers out of fold; and the same call answers the same model. */
    private void stacked(String experiment) throws IOException {
        var path = "/experiments/%s/promote".formatted(experiment);
        var stacked = post(path, "{\"ensemble\":\"stacking\",\"name\":\"stacked\"}", 200);
        assertThat(stacked.getString("provenance.ensemble")).isEqualTo("stacking");
        for (var task : List.of("liked", "stars")) {
            var shares = stacked.<Float>getList("members.weights.%s".formatted(task)).stream()
                    .filter(Objects::nonNull)
                    .mapToDouble(Float::doubleValue);
            assertThat(shares.sum()).isCloseTo(1, within(1e-6));
        }
        assertThat(stacked.getDouble("validation.liked.roc_auc")).isGreaterThan(0.8);
        answersAsItsNetworksTogether(requireNonNull(stacked.getString("id")));
        assertThat(post(path, "{\"ensemble\":\"stacking\"}", 200).getString("id"))
                .isEqualTo(stacked.getString("id"));
        assertThat(post(path, "{\"ensemble\":\"oracle\"}", 422).getString("errors[0].pointer"))
                .isEqualTo("/ensemble");
    }

    /** Every open row judges, once; folds differ, and how much is told. */
    private void told(String trial, double score) {
        var view = get("/trials/" + trial);
        assertThat(view.getInt("epochs")).isEqualTo(FOLDS * EPOCHS);
        assertThat(view.getInt("provenance.folds")).isEqualTo(FOLDS);
        var metrics = get("/trials/%s/metrics".formatted(trial));
        assertThat(kept(metrics, "liked", "roc_auc").getDouble("spread")).isBetween(0.0, 0.5);
        assertThat(metrics.getDouble("metrics.find { it.name == 'score' }.atBest"))
                .isCloseTo(score, within(1e-6));
        var curve = get("/trials/%s/curves".formatted(trial));
        assertThat(curve.<Integer>getList("curves.find { it.task == 'stars' && it.name == 'mae' }.points.step"))
                .as("the first fold's epochs")
                .containsExactly(1, 2, 3, 4);
        var diagnosis = get("/trials/%s/diagnosis".formatted(trial));
        assertThat(diagnosis.<List<Integer>>getList("find { it.task == 'liked' }.confusion.counts").stream()
                        .flatMap(List::stream)
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(120);
    }

    private void answersAsItsNetworksTogether(String model) throws IOException {
        Map<String, Object> row = Map.of("price", 20, "weight", 0.5, "colour", "red", "review", "lovely great soft");
        var file = team.as(ann).get("/api/v1/models/%s/bundle".formatted(model)).asByteArray();
        var bundle = Bundle.read(new ByteArrayInputStream(file));
        assertThat(bundle.members().size()).isGreaterThanOrEqualTo(FOLDS);
        double yes = 0;
        var stars = new TreeMap<Double, Double>();
        for (var member : bundle.members()) {
            var alone = Bundle.of(member.network(), "{}").predict(List.of(row));
            double share = member.weights().getOrDefault("liked", 0.0);
            yes += share * requireNonNull(alone.get("liked")).scores()[0][1];
            stars.merge(
                    (double) requireNonNull(alone.get("stars")).scores()[0][0],
                    member.weights().getOrDefault("stars", 0.0),
                    Double::sum);
        }
        var asked = "{\"rows\":[{\"price\":20,\"weight\":0.5,\"colour\":\"red\",\"review\":\"lovely great soft\"}]}";
        var answer = post("/models/%s/predictions".formatted(model), asked, 200);
        assertThat(answer.getDouble("predictions[0].liked.probabilities.yes"))
                .isCloseTo(Tempered.of(bundle, "liked", yes), within(1e-5));
        assertThat(answer.getDouble("predictions[0].stars.value"))
                .isCloseTo(
                        bundle.averaging().get("stars") == Averaging.MEDIAN ? median(stars) : mean(stars),
                        within(1e-4));
    }

    private static double mean(Map<Double, Double> weights) {
        return weights.entrySet().stream()
                .mapToDouble(said -> said.getKey() * said.getValue())
                .sum();
    }

    /** Midway between the greatest answer with less than half of the weight beyond it, from either end. */
    private static double median(NavigableMap<Double, Double> weights) {
        return (half(weights) + half(weights.descendingMap())) / 2;
    }

    private static double half(NavigableMap<Double, Double> weights) {
        double sum = 0;
        for (var said : weights.entrySet()) {
            sum += said.getValue();
            if (sum >= 0.5 - 1e-9) {
                return said.getKey();
            }
        }
        throw new AssertionError(weights);
    }

    private void explained(String model) {
        var asked = "{\"rows\":[{\"price\":20,\"review\":\"lovely great soft\"}],\"task\":\"liked\"}";
        var reason = post("/models/%s/explanations".formatted(model), asked, 200);
        assertThat(reason.getList("explanation.inputs.kind")).contains("words");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> "READY"
                        .equals(get("/models/%s/explanation".formatted(model)).getString("state")));
    }

    @Test
    void a_trial_that_was_paused_within_its_folds_goes_on_there() {
        // So long that it is not over before it is paused.
        var id = start(500, 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> epoch(id) > 0);
        post("/experiments/%s/actions/pause".formatted(id), "", 200);
        awaitState(id, "PAUSED");
        post("/experiments/%s/actions/resume".formatted(id), "", 200);
        var row = completed(id).setRootPath("rows[0]");
        assertThat(row.getString("trial.state")).isEqualTo("COMPLETED");
        assertThat(row.getDouble("score")).isGreaterThan(0);
    }

    private int epoch(String experiment) {
        var trials = get("/experiments/%s/trials".formatted(experiment));
        return trials.getList("items").isEmpty() ? 0 : trials.getInt("items[0].epoch");
    }

    private static JsonPath kept(JsonPath metrics, String task, String name) {
        return new JsonPath(metrics.prettify())
                .setRootPath("metrics.find { it.task == '%s' && it.name == '%s' && it.split == 'validation' }"
                        .formatted(task, name));
    }

    private String start(int epochs, int trials) {
        var body = """
                {"name":"In folds","dataset":"%s","tasks":[{"target":"liked"},{"target":"stars"}],"split":{"folds":%d},
                 "search":{"epochs":%d,"referees":false,"pruner":"none","encoders":{"TEXT":["mean"]}},
                 "budget":{"trials":%d}}""".formatted(dataset, FOLDS, epochs, trials);
        var started = post("/experiments", body, 201);
        assertThat(started.getInt("split.folds")).isEqualTo(FOLDS);
        return requireNonNull(started.getString("id"));
    }
}
