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
        assertThat(model.getInt("look")).isEqualTo(2);
        assertThat(model.getString("name")).isEqualTo("together");
        var again = post(path, "{}", 200);
        assertThat(again.getString("id")).isEqualTo(model.getString("id"));
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
        bundle(model.getString("id"), answers);
        explanation(model.getString("id"));
        reads(trial);
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
