package io.polyphony.backend.trial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.hamcrest.Matchers.containsString;

import io.polyphony.backend.security.Actor;
import io.polyphony.backend.testing.TestTeam;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.Matrices;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Has smaller variants of a model made, and takes them along. */
record Varying(TestTeam team, Actor ann) {

    void of(String model) {
        var path = "/models/%s/variants".formatted(model);
        refused(path);
        var bytes = ready(path, "{\"kind\":\"int8\"}");
        assertThat(bytes.getLong("toll.after.bytes")).isLessThan(bytes.getLong("toll.before.bytes"));
        assertThat(bytes.getDouble("losses.liked")).isCloseTo(0, within(0.05));
        var thin = ready(path, "{\"kind\":\"pruned\",\"share\":0.5,\"epochs\":2,\"packing\":\"fp16\"}");
        assertThat(thin.getDouble("toll.after.zeros")).isCloseTo(0.5, within(0.05));
        assertThat(thin.getDouble("toll.after.metrics.liked.roc_auc")).isGreaterThan(0.8);
        var taught = ready(path, "{\"kind\":\"distilled\",\"width\":0.25,\"epochs\":12}");
        assertThat(taught.getLong("toll.after.parameters")).isLessThan(taught.getLong("toll.before.parameters"));
        assertThat(taught.getDouble("toll.after.metrics.liked.roc_auc")).isGreaterThan(0.75);
        assertThat(taught.getDouble("toll.after.singleMillis")).isPositive();
        assertThat(taught.getDouble("plan.teacher")).isEqualTo(0.7);
        assertThat(team.get(ann, path).getList("plan.kind")).containsExactly("distilled", "pruned", "int8");
        files("%s/%s".formatted(path, thin.getString("id")));
        asked("%s/%s/predictions".formatted(path, thin.getString("id")));
        keras("/api/v1/models/%s/keras".formatted(model));
    }

    /** Validation rows have taught as well, and test rows judge it beside the model. */
    void refit(String trial, JsonPath model) {
        var path = "/models/%s/variants".formatted(model.getString("id"));
        assertThat(pointer(path, "{\"kind\":\"refit\",\"epochs\":3}")).isEqualTo("/epochs");
        var promote = "/trials/%s/promote".formatted(trial);
        team.post(ann, promote, "{\"refit\":true}", 200);
        var refit = ended(path, team.get(ann, path).getString("find { it.plan.kind == 'refit' }.id"));
        assertThat(refit.getString("state")).as(refit.getString("problem")).isEqualTo("READY");
        assertThat(refit.getDouble("toll.before.metrics.liked.roc_auc"))
                .isCloseTo(model.getDouble("test.liked.roc_auc"), within(1e-6));
        assertThat(refit.getDouble("toll.after.metrics.liked.roc_auc")).isGreaterThan(0.9);
        var file = team.as(ann).get("/api/v1%s/%s/bundle".formatted(path, refit.getString("id")));
        var bundle = read(file.asByteArray());
        var network = bundle.members().getFirst().network();
        assertThat(network.provenance()).containsEntry("refitRows", "240");
        assertThat(bundle.thresholds().get("liked")).isNotNull();
        asked("%s/%s/predictions".formatted(path, refit.getString("id")));
        team.post(ann, promote, "{\"refit\":true}", 200);
        assertThat(team.get(ann, path).getList("findAll { it.plan.kind == 'refit' }"))
                .hasSize(1);
    }

    /** The platform answers through it as the file would, at its own operating points or others. */
    private void asked(String path) {
        var row = "{\"rows\":[{\"price\":90}]%s}";
        var bundle = read(team.as(ann)
                .get("/api/v1%s".formatted(path.replace("predictions", "bundle")))
                .asByteArray());
        var said = bundle.predict(List.of(Map.of("price", 90)));
        var answer = team.post(ann, path, row.formatted(""), 200).setRootPath("predictions[0]");
        assertThat(answer.getDouble("liked.probabilities.yes"))
                .isCloseTo(requireNonNull(said.get("liked")).scores()[0][1], within(1e-6));
        assertThat(answer.getDouble("liked.thresholds.yes"))
                .isCloseTo(
                        requireNonNull(bundle.thresholds().get("liked"))
                                .values()
                                .getFirst(),
                        within(1e-6));
        var moved = row.formatted(",\"thresholds\":{\"liked\":{\"yes\":0.999}}");
        assertThat(team.post(ann, path, moved, 200).getString("predictions[0].liked.label"))
                .isEqualTo("no");
        assertThat(team.post(ann, path, row.formatted(",\"thresholds\":{\"liked\":{\"yes\":2}}"), 422)
                        .getString("errors[0].pointer"))
                .isEqualTo("/thresholds/liked/yes");
    }

    /** Each fold's networks are rounded, and judged by rows that they do not know; a refit is one network in place of all. */
    void inFolds(String model, int folds) {
        var path = "/models/%s/variants".formatted(model);
        var halves = ready(path, "{\"kind\":\"fp16\"}");
        assertThat(halves.getDouble("toll.before.metrics.liked.roc_auc"))
                .isCloseTo(team.get(ann, "/models/" + model).getDouble("validation.liked.roc_auc"), within(1e-5));
        assertThat(halves.getDouble("losses.liked")).isCloseTo(0, within(0.02));
        var thin = ready(path, "{\"kind\":\"pruned\",\"share\":0.5,\"epochs\":1}");
        assertThat(thin.getDouble("toll.after.zeros")).isCloseTo(0.5, within(0.05));
        var taught = ready(path, "{\"kind\":\"distilled\",\"width\":0.5,\"epochs\":2}");
        assertThat(taught.getLong("toll.after.parameters")).isLessThan(taught.getLong("toll.before.parameters"));
        var refit = ready(path, "{\"kind\":\"refit\"}");
        assertThat(refit.getLong("toll.before.parameters"))
                .isCloseTo(folds * refit.getLong("toll.after.parameters"), withinPercentage(5));
        assertThat(refit.getDouble("toll.before.metrics.liked.roc_auc"))
                .isCloseTo(team.get(ann, "/models/" + model).getDouble("test.liked.roc_auc"), within(1e-5));
        asked("%s/%s/predictions".formatted(path, refit.getString("id")));
    }

    /** Each network becomes a thinner one of its own, and is trained once more for its own epochs. */
    void apart(String model, int networks) {
        var path = "/models/%s/variants".formatted(model);
        for (var request : List.of("{\"kind\":\"pruned\",\"share\":0.5,\"epochs\":1}", "{\"kind\":\"refit\"}")) {
            var made = ready(path, request);
            var file = team.as(ann).get("/api/v1%s/%s/bundle".formatted(path, made.getString("id")));
            var members = read(file.asByteArray()).members();
            assertThat(members).hasSize(made.getString("plan.kind").equals("refit") ? networks : 2 * networks);
            asked("%s/%s/predictions".formatted(path, made.getString("id")));
        }
    }

    private JsonPath ready(String path, String request) {
        var made = ended(path, team.post(ann, path, request, 202).getString("id"));
        assertThat(made.getString("state")).as(made.getString("problem")).isEqualTo("READY");
        return made;
    }

    private JsonPath ended(String path, String id) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(
                        () -> team.get(ann, path).param("id", id),
                        variants -> List.of("READY", "FAILED")
                                .contains(String.valueOf(variants.getString("find { it.id == id }.state"))))
                .setRootPath("find { it.id == '%s' }".formatted(id));
    }

    private void refused(String path) {
        assertThat(pointer(path, "{\"kind\":\"tiny\"}")).isEqualTo("/kind");
        assertThat(pointer(path, "{\"kind\":\"pruned\",\"share\":2}")).isEqualTo("/share");
        assertThat(pointer(path, "{\"kind\":\"int8\",\"temperature\":2}")).isEqualTo("/temperature");
        assertThat(pointer(path, "{\"kind\":\"pruned\",\"scope\":\"some\"}")).isEqualTo("/scope");
        assertThat(pointer(path, "{\"kind\":\"distilled\",\"packing\":\"int4\"}"))
                .isEqualTo("/packing");
    }

    private String pointer(String path, String request) {
        return team.post(ann, path, request, 422).getString("errors[0].pointer");
    }

    /** The file, loaded without the platform, is as thin as was asked for, and answers. */
    private void files(String path) {
        var download = team.as(ann).get("/api/v1%s/bundle".formatted(path));
        download.then().statusCode(200).header("Content-Disposition", containsString("pruned.zip"));
        var bundle = read(download.asByteArray());
        var network = bundle.members().getFirst().network();
        assertThat(network.packing().name()).isEqualTo("fp16");
        assertThat(Matrices.sparsity(network)).isCloseTo(0.5, within(0.05));
        assertThat(bundle.card()).contains("pruned", "datasetHash", "before");
        assertThat(bundle.predict(List.of(Map.of("price", 90)))).containsKeys("liked", "stars");
        var onnx = team.as(ann).get("/api/v1%s/onnx".formatted(path));
        onnx.then().statusCode(200).header("Content-Disposition", containsString("pruned.onnx"));
        assertThat(new String(onnx.asByteArray(), ISO_8859_1)).contains("polyphony.tasks");
    }

    /** Whatever the search found best: a file, or the name of a layer that Keras has not. */
    private void keras(String path) {
        var answer = team.as(ann).get(path);
        if (answer.statusCode() == 200) {
            assertThat(answer.asByteArray()).startsWith((byte) 0x89, (byte) 'H', (byte) 'D', (byte) 'F');
        } else {
            answer.then().statusCode(409).body("detail", containsString("The network has a layer ("));
        }
    }

    private static Bundle read(byte[] bytes) {
        try {
            return Bundle.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
