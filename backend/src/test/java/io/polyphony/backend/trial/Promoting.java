package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.testing.TestTeam;
import io.polyphony.engine.export.Bundle;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/** Promotes a trial and an ensemble of a finished search, asks both, and looks at what a promoted trial tells. */
record Promoting(TestTeam team, Actor ann) {

    void anEnsemble(ExperimentId experiment, JsonPath best) {
        var path = "/experiments/%s/promote".formatted(experiment);
        var model = post(path, "{\"name\":\"together\"}", 200);
        for (var task : List.of("liked", "stars")) {
            var shares = model.<Float>getList("members.weights.%s".formatted(task)).stream()
                    .filter(Objects::nonNull)
                    .mapToDouble(Float::doubleValue);
            assertThat(shares.sum()).isCloseTo(1, within(1e-6));
        }
        assertThat(model.getDouble("validation.liked.roc_auc"))
                .isGreaterThanOrEqualTo(best.getDouble("tasks.liked.atBestEpoch") - 1e-6);
        assertThat(model.getDouble("validation.stars.mae"))
                .isLessThanOrEqualTo(best.getDouble("tasks.stars.atBestEpoch") + 1e-6);
        assertThat(model.getDouble("test.liked.roc_auc")).isGreaterThan(0.9);
        // The trial was promoted and refitted before.
        assertThat(model.getInt("look")).isEqualTo(3);
        assertThat(model.getString("name")).isEqualTo("together");
        var again = post(path, "{}", 200);
        assertThat(again.getString("id")).isEqualTo(model.getString("id"));
        compared(model.getString("id"), post("/trials/%s/promote".formatted(best.getString("trial.id")), "{}", 200));
        var asked = "{\"rows\":[{\"price\":90,\"review\":\"awful torn cheap scratchy dress\"}]}";
        var answers = post("/models/%s/predictions".formatted(model.getString("id")), asked, 200);
        assertThat(answers.getString("predictions[0].liked.label")).isEqualTo("no");
    }

    void aTrial(String trial) {
        var path = "/trials/%s/promote".formatted(trial);
        var meanwhile = CompletableFuture.supplyAsync(() -> post(path, "{}", 200));
        var model = post(path, "{}", 200);
        assertThat(meanwhile.join().getString("id")).isEqualTo(model.getString("id"));
        assertThat(model.getDouble("test.liked.roc_auc")).isGreaterThan(0.9);
        assertThat(model.getInt("testRows")).isEqualTo(60);
        assertThat(model.getInt("look")).isEqualTo(1);
        var again = post("/trials/%s/promote".formatted(trial), "{}", 200);
        assertThat(again.getString("id")).isEqualTo(model.getString("id"));
        assertThat(again.getInt("look")).isEqualTo(1);

        var rows = """
                {"rows":[{"price":20,"weight":0.5,"colour":"red","review":"the dress lovely great soft perfect"},
                         {"price":90,"review":"awful torn cheap scratchy dress"}]}""";
        var answers = post("/models/%s/predictions".formatted(model.getString("id")), rows, 200);
        assertThat(answers.getString("predictions[0].liked.label")).isEqualTo("yes");
        assertThat(answers.getString("predictions[1].liked.label")).isEqualTo("no");
        assertThat(answers.getDouble("predictions[0].stars.value"))
                .isGreaterThan(answers.getDouble("predictions[1].stars.value"));
        assertThat(post("/models/%s/predictions".formatted(model.getString("id")), "{\"rows\":[{\"prize\":1}]}", 422)
                        .getString("errors[0].pointer"))
                .isEqualTo("/rows/0/prize");
        assertThat(model.getDouble("serving.singleMillis")).isPositive();
        assertThat(model.getInt("serving.parameters")).isGreaterThan(100);
        operatingPoint(model.getString("id"), answers);
        evaluation(model);
        reason(model.getString("id"), answers.getDouble("predictions[0].liked.probabilities.yes"));
        bundle(model.getString("id"), answers);
        explanation(model.getString("id"));
        var varying = new Varying(team, ann);
        varying.of(model.getString("id"));
        varying.refit(trial, model);
        reads(trial);
    }

    /** A request may move it for once, a runner for good; answers tell which one decided. */
    private void operatingPoint(String model, JsonPath answers) {
        double tuned = get("/models/" + model).getDouble("thresholds.liked.yes");
        assertThat(answers.getDouble("predictions[0].liked.thresholds.yes")).isEqualTo(tuned);
        double certain = answers.getDouble("predictions[0].liked.probabilities.yes");
        var strict = """
                {"rows":[{"price":20,"weight":0.5,"colour":"red","review":"the dress lovely great soft perfect"}],
                 "thresholds":{"liked":{"yes":%s}}}""";
        var path = "/models/%s/predictions".formatted(model);
        var refused = post(path, strict.formatted((certain + 1) / 2), 200);
        assertThat(refused.getString("predictions[0].liked.label")).isEqualTo("no");
        assertThat(refused.getDouble("predictions[0].liked.thresholds.yes")).isCloseTo((certain + 1) / 2, within(1e-6));
        assertThat(post(path, strict.formatted(50), 422).getString("errors[0].pointer"))
                .isEqualTo("/thresholds/liked/yes");
        assertThat(post(path, strict.formatted(0.5).replace("yes", "maybe"), 422)
                        .getString("detail"))
                .contains("(maybe)", "[yes]");
        put(model, 0.25);
        assertThat(post(path, "{\"rows\":[{}]}", 200).getDouble("predictions[0].liked.thresholds.yes"))
                .isEqualTo(0.25);
        put(model, tuned);
    }

    private void put(String model, double threshold) {
        team.as(ann)
                .body("{\"thresholds\":{\"liked\":{\"yes\":%s}}}".formatted(threshold))
                .put("/api/v1/models/%s/thresholds".formatted(model))
                .then()
                .statusCode(200);
    }

    private void evaluation(JsonPath model) {
        var evaluation = get("/models/%s/evaluation".formatted(model.getString("id")));
        assertThat(evaluation.getString("method")).contains("percentile");
        var liked = "tasks.find { it.task == 'liked' }.";
        assertThat(evaluation.getDouble(liked + "intervals.roc_auc.low"))
                .isLessThanOrEqualTo(model.getDouble("test.liked.roc_auc"))
                .isEqualTo(model.getDouble("intervals.liked.roc_auc.low"));
        assertThat(evaluation.getDouble(liked + "intervals.roc_auc.high"))
                .isGreaterThanOrEqualTo(model.getDouble("test.liked.roc_auc"));
        assertThat(evaluation.<List<Integer>>getList(liked + "diagnosis.confusion.counts").stream()
                        .flatMap(List::stream)
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(60);
        assertThat(evaluation.<Float>getList(liked + "diagnosis.curves[0].recall"))
                .startsWith(0f)
                .endsWith(1f);
        assertThat(evaluation.getList(liked + "diagnosis.calibration.rows")).isNotEmpty();
        assertThat(evaluation.<Float>getList(liked + "validation[0].recall")).endsWith(1f);
        assertThat(evaluation.<Object>get("tasks.find { it.task == 'stars' }.validation"))
                .isNull();
        assertThat(evaluation.getList("tasks.find { it.task == 'stars' }.diagnosis.residuals.counts"))
                .isNotEmpty();
    }

    /** The words carry the answer, and what they and the cells carry adds up. */
    /** @param said of the row, which is what is explained: the model is a single network */
    private void reason(String model, double said) {
        var path = "/models/%s/explanations".formatted(model);
        var row = "{\"price\":20,\"weight\":0.5,\"colour\":\"red\",\"review\":\"the dress lovely great soft perfect\"}";
        var reason = post(path, "{\"rows\":[%s],\"task\":\"liked\",\"output\":\"yes\"}".formatted(row), 200);
        double difference = reason.getDouble("explanation.value") - reason.getDouble("explanation.baseline");
        assertThat(reason.<Float>getList("explanation.inputs.total").stream()
                        .mapToDouble(Float::doubleValue)
                        .sum())
                .isCloseTo(difference, within(0.02));
        assertThat(reason.getList("explanation.inputs.kind")).containsExactlyInAnyOrder("cells", "words");
        assertThat(reason.getDouble("explanation.inputs.find { it.kind == 'words' }.total"))
                .as("what good words add to an answer that is sure already")
                .isPositive();
        assertThat(reason.getDouble("weight")).isEqualTo(1);
        assertThat(reason.getInt("members")).isEqualTo(1);
        assertThat(reason.getDouble("explanation.value")).isCloseTo(said, within(1e-4));
        var stars = post(path, "{\"rows\":[%s],\"task\":\"stars\"}".formatted(row), 200);
        assertThat(stars.getDouble("explanation.value")).isBetween(0.0, 6.0);
        assertThat(post(path, "{\"rows\":[%s],\"task\":\"mood\"}".formatted(row), 422)
                        .getString("errors[0].pointer"))
                .isEqualTo("/task");
        assertThat(post(path, "{\"rows\":[%s,%s],\"task\":\"liked\"}".formatted(row, row), 422)
                        .getString("errors[0].pointer"))
                .isEqualTo("/rows");
    }

    /** Looking at the sealed rows once more is counted. */
    private void compared(String ensemble, JsonPath alone) {
        var path = "/models/%s/comparisons".formatted(ensemble);
        var difference = post(path, "{\"with\":\"%s\"}".formatted(alone.getString("id")), 200);
        assertThat(difference.getInt("look")).isEqualTo(4);
        double value = difference.getDouble("tasks.stars.mae.value");
        assertThat(difference.getDouble("tasks.stars.mae.low")).isLessThanOrEqualTo(value);
        assertThat(difference.getDouble("tasks.stars.mae.high")).isGreaterThanOrEqualTo(value);
        assertThat(post(path, "{\"with\":\"%s\"}".formatted(ensemble), 422).getString("errors[0].pointer"))
                .isEqualTo("/with");
    }

    /** What people like is what they write; the price moves the stars, the colour nothing. */
    private void explanation(String model) {
        var path = "/models/%s/explanation".formatted(model);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> get(path).getString("state").equals("READY"));
        var tasks = get(path).param("task", "liked");
        assertThat(tasks.getString("explanation.tasks.find { it.task == task }.columns[0].column"))
                .isEqualTo("review");
        assertThat(tasks.getDouble("explanation.tasks.find { it.task == task }.columns[0].drop"))
                .isGreaterThan(0.2);
        assertThat(tasks.getDouble(
                        "explanation.tasks.find { it.task == task }.columns.find { it.column == 'colour' }.drop"))
                .isLessThan(0.1);
        assertThat(tasks.<Object>getList("explanation.tasks.find { it.task == task }.inputs.share"))
                .hasSize(2);
    }

    /** The downloaded file, loaded without the platform, answers as the platform does. */
    private void bundle(String model, JsonPath answers) {
        var download = team.as(ann).get("/api/v1/models/%s/bundle".formatted(model));
        download.then().statusCode(200).header("Content-Disposition", containsString(".zip"));
        var bundle = read(download.asByteArray());
        assertThat(bundle.card()).contains(model, "roc_auc", "datasetHash");
        double temperature = get("/models/" + model).getDouble("temperatures.liked");
        assertThat(bundle.temperatures()).containsOnlyKeys("liked");
        assertThat(Objects.requireNonNull(bundle.temperatures().get("liked")).value())
                .isCloseTo(temperature, within(1e-6));
        var said = bundle.predict(List.of(
                Map.of("price", 20, "weight", 0.5, "colour", "red", "review", "the dress lovely great soft perfect"),
                Map.of("price", 90, "review", "awful torn cheap scratchy dress")));
        for (int row = 0; row < 2; row++) {
            assertThat(Objects.requireNonNull(said.get("liked")).scores()[row][1])
                    .isEqualTo(answers.getFloat("predictions[%d].liked.probabilities.yes".formatted(row)));
            assertThat(Objects.requireNonNull(said.get("stars")).scores()[row][0])
                    .isEqualTo(answers.getFloat("predictions[%d].stars.value".formatted(row)));
        }
    }

    private static Bundle read(byte[] bytes) {
        try {
            return Bundle.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reads(String trial) {
        var curves = get("/trials/%s/curves".formatted(trial));
        assertThat(curves.getList("curves.findAll { it.task == 'liked' && it.name == 'loss' }.split"))
                .containsExactlyInAnyOrder("train", "validation");
        var steps = curves.<Integer>getList("curves.find { it.task == 'stars' && it.name == 'mae' }.points.step");
        assertThat(steps).isNotEmpty().doesNotHaveDuplicates().isSorted();
        var diagnosis = get("/trials/%s/diagnosis".formatted(trial));
        assertThat(diagnosis.getList("find { it.task == 'liked' }.confusion.classes"))
                .containsExactly("no", "yes");
        assertThat(diagnosis.getList("find { it.task == 'stars' }.residuals.counts"))
                .isNotEmpty();
        team.as(ann)
                .get("/api/v1/trials/" + trial)
                .then()
                .statusCode(200)
                .body("provenance.datasetHash.length()", equalTo(64))
                .body("attempt", equalTo(1));
    }

    private JsonPath get(String path) {
        return team.get(ann, path);
    }

    private JsonPath post(String path, String body, int status) {
        return team.post(ann, path, body, status);
    }
}
