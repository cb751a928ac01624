package io.polyphony.backend.trial;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.dataset.Uploads;
import io.polyphony.backend.dataset.archive.Zips;
import io.polyphony.backend.testing.Discs;
import io.polyphony.backend.testing.FlowTest;
import io.polyphony.engine.export.Bundle;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Masks over REST, from an archive to a drawn mask. */
@QuarkusTest
class SegmentationFlowTest extends FlowTest {
    private static final int ROWS = 84;

    @Inject
    Uploads uploads;

    private final Discs discs = new Discs();

    @Test
    void masks_are_found_searched_promoted_and_drawn() throws IOException {
        var dataset =
                uploads.imported(ann, project, "discs.zip", discs.archive(ROWS)).id();
        var columns = get("/datasets/%s/columns".formatted(dataset));
        assertThat(columns.getString("find { it.name == 'mask' }.role")).isEqualTo("TARGET");
        assertThat(columns.getString("find { it.name == 'mask' }.reason"))
                .isEqualTo("masks: 2 levels in all files, and as large as the image (image) of their row");
        assertThat(columns.getString("find { it.name == 'image' }.role")).isEqualTo("INPUT");

        var experiment = experiment(
                dataset,
                "[{\"target\":\"mask\"},{\"target\":\"discs\",\"type\":\"count\"},{\"target\":\"tone\"}]",
                2,
                50);
        var planned = get("/experiments/" + experiment);
        assertThat(planned.getList("tasks.type")).containsExactly("SEGMENTATION", "COUNT", "BINARY");
        assertThat(planned.getList("search.encoders.IMAGE")).containsExactly("cnn");
        refusesPatches(dataset);
        var best = completed(experiment);
        assertThat(best.<Float>getList("rows.tasks.mask.atBestEpoch"))
                .as("trials: %s", best.getList("rows.trial.message"))
                .hasSize(2)
                .anySatisfy(iou -> assertThat(iou).isGreaterThan(0.6f));
        var trial = best.getString("rows[0].trial.id");
        var model = post("/trials/%s/promote".formatted(trial), "{}", 200);
        assertThat(model.getDouble("test.mask.iou")).isGreaterThan(0.5);
        assertThat(model.getDouble("test.mask.dice")).isGreaterThan(model.getDouble("test.mask.iou"));
        counts(draws("/models/%s/predictions".formatted(model.getString("id"))));
        var together = post("/experiments/%s/promote".formatted(experiment), "{}", 200);
        assertThat(together.getDouble("validation.mask.iou"))
                .isGreaterThanOrEqualTo(best.<Float>getList("rows.tasks.mask.atBestEpoch").stream()
                                .mapToDouble(Float::doubleValue)
                                .max()
                                .orElseThrow()
                        - 1e-4);
        counts(draws("/models/%s/predictions".formatted(together.getString("id"))));
        heats("/models/%s/explanations".formatted(together.getString("id")));

        var examples = get("/trials/%s/diagnosis".formatted(trial));
        assertThat(examples.getList("find { it.task == 'mask' }.masks")).hasSize(6);
        assertThat(image(examples.getString("find { it.task == 'mask' }.masks[0].truth"))
                        .getWidth())
                .isEqualTo(image(examples.getString("find { it.task == 'mask' }.masks[0].picture"))
                        .getWidth());
    }

    private void refusesPatches(DatasetId dataset) {
        var body = """
                {"name":"Patches","dataset":"%s","tasks":[{"target":"mask"}],
                 "search":{"encoders":{"IMAGE":["cnn","patches"]}}}""".formatted(dataset);
        var refused = post("/experiments", body, 422);
        assertThat(refused.getString("errors[0].pointer")).isEqualTo("/search/encoders/IMAGE");
        assertThat(refused.getString("errors[0].detail")).contains("(cnn, patches)", "only [cnn, resnet10, resnet18]");
    }

    /** Every pixel that the network sees has a share; a picture keeps its aspect. */
    private void heats(String path) throws IOException {
        var asked = Base64.getEncoder().encodeToString(discs.picture(53, 31));
        var reason = post(path, "{\"rows\":[{\"image\":\"%s\"}],\"task\":\"discs\"}".formatted(asked), 200);
        var pixels = "explanation.inputs.find { it.kind == 'pixels' }.";
        int height = reason.getInt(pixels + "height");
        int width = reason.getInt(pixels + "width");
        assertThat((double) height / width).isBetween(0.5, 0.67);
        assertThat(reason.getList(pixels + "shares")).hasSize(height * width);
    }

    private static void counts(JsonPath answer) {
        assertThat(answer.getDouble("predictions[0].discs.value")).isPositive();
    }

    private JsonPath draws(String path) throws IOException {
        var asked = Base64.getEncoder().encodeToString(discs.picture(53, 31));
        var answer = post(path, "{\"rows\":[{\"image\":\"%s\"}]}".formatted(asked), 200);
        var drawn = image(answer.getString("predictions[0].mask.mask.png"));
        assertThat(drawn.getWidth()).isEqualTo(53);
        assertThat(drawn.getHeight()).isEqualTo(31);
        var levels = drawn.getRaster().getSamples(0, 0, 53, 31, 0, new int[53 * 31]);
        assertThat(levels).containsOnly(0, 255);
        assertThat(answer.getDouble("predictions[0].mask.mask.shares.'255'")).isBetween(0.01, 0.5);
        return answer;
    }

    @Test
    void networks_of_folds_and_ensembles_draw_the_mean_of_their_probabilities() throws IOException {
        var dataset =
                uploads.imported(ann, project, "discs.zip", discs.archive(48)).id();
        var experiment = experiment(dataset, "[{\"target\":\"mask\"}],\"split\":{\"folds\":2}", 2, 12);
        var trial = completed(experiment).getString("rows[0].trial.id");
        var alone = post("/trials/%s/promote".formatted(trial), "{}", 200);
        // All rows that judge, fold by fold; a threshold that was tuned to them can only help.
        double kept = get("/trials/%s/metrics".formatted(trial))
                .getDouble("metrics.find { it.task == 'mask' && it.name == 'iou' && it.split == 'validation' }.atBest");
        assertThat(alone.getDouble("validation.mask.iou")).isBetween(Math.max(0.5, kept - 1e-5), kept + 0.05);
        together(alone.getString("id"), 2);
        for (var how : List.of("greedy", "stacking")) {
            var asked = "{\"ensemble\":\"%s\",\"name\":\"%s\"}".formatted(how, how);
            var ensemble = post("/experiments/%s/promote".formatted(experiment), asked, 200);
            assertThat(ensemble.getDouble("validation.mask.iou")).isGreaterThanOrEqualTo(kept - 1e-4);
            together(ensemble.getString("id"), 2);
        }
        var refused = post("/models/%s/variants".formatted(alone.getString("id")), "{\"kind\":\"distilled\"}", 422);
        assertThat(refused.getString("errors[0].detail")).contains("The task (mask)", "Maybe prune the model instead");
    }

    /** As the file of the model draws, whose networks are asked one by one. */
    private void together(String model, int least) throws IOException {
        var file = team.as(ann).get("/api/v1/models/%s/bundle".formatted(model)).asByteArray();
        var bundle = Bundle.read(new ByteArrayInputStream(file));
        assertThat(bundle.members().size()).isGreaterThanOrEqualTo(least);
        List<Map<String, Object>> rows = List.of(Map.of("image", discs.picture(40, 40)));
        var whole = requireNonNull(bundle.predict(rows).get("mask")).scores()[0];
        var mean = new double[whole.length];
        for (var member : bundle.members()) {
            var own = requireNonNull(
                            Bundle.of(member.network(), "{}").predict(rows).get("mask"))
                    .scores()[0];
            for (int i = 0; i < own.length; i++) {
                mean[i] += requireNonNull(member.weights().get("mask")) * own[i];
            }
        }
        for (int i = 0; i < whole.length; i++) {
            assertThat((double) whole[i]).isCloseTo(mean[i], within(1e-5));
        }
        var unused = draws("/models/%s/predictions".formatted(model));
    }

    @Test
    void what_is_no_mask_is_refused_with_a_cure() {
        var dataset =
                uploads.imported(ann, project, "discs.zip", discs.archive(24)).id();
        assertThat(refused(dataset, "[{\"target\":\"image\"}]", null))
                .contains("The column (image) cannot be a target: it names files, and they are no masks")
                .contains("Maybe these were saved as JPEG");
        assertThat(refused(dataset, "[{\"target\":\"mask\",\"type\":\"multiclass\"}]", null))
                .contains("The column (mask) holds masks, but a multiclass task needs values. Maybe segmentation.");
        assertThat(refused(dataset, "[{\"target\":\"tone\",\"type\":\"segmentation\"}]", null))
                .contains(
                        "The column (tone) holds no images, but a segmentation task needs mask images. Maybe binary.");
        assertThat(refused(dataset, "[{\"target\":\"mask\"}]", "[\"tone\"]"))
                .contains("The target (mask) is a mask, but no input ([table]) is a picture");
    }

    @Test
    void masks_of_another_shape_than_their_pictures_are_refused() {
        var zip = new Zips();
        var csv = new StringBuilder("image,mask,n\n");
        for (int row = 0; row < 24; row++) {
            zip.add("i%d.png".formatted(row), discs.picture(24, 24));
            zip.add("m%d.png".formatted(row), mask(row == 20 ? 40 : 12, 12));
            csv.append("i%d.png,m%d.png,%d%n".formatted(row, row, row % 3));
        }
        var dataset = uploads.imported(
                        ann,
                        project,
                        "shapes.zip",
                        zip.add("t.csv", csv.toString()).bytes())
                .id();
        // Half as large as their pictures: no role is guessed, but they can be asked for.
        assertThat(refused(dataset, "[{\"target\":\"mask\",\"type\":\"segmentation\"}]", "[\"image\"]"))
                .contains("The mask (m20.png (data row 21)) of the target (mask) has 40 x 12 pixels")
                .contains("its picture has 24 x 24")
                .contains("Maybe the files of two rows were mixed up");
    }

    private static byte[] mask(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < width / 2; x++) {
            image.getRaster().setSample(x, 3, 0, 255);
        }
        return Discs.png(image);
    }

    private static BufferedImage image(String base64) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }

    private String experiment(DatasetId dataset, String tasks, int trials, int epochs) {
        var body = """
                {"name":"Discs","dataset":"%s","tasks":%s,"seed":1,"budget":{"trials":%d},
                 "search":{"fusions":["concatenation"],"lossWeightings":["equal"],"sampler":"random","pruner":"none",
                           "referees":false,"epochs":%d}}""".formatted(dataset, tasks, trials, epochs);
        return started(body);
    }

    private String refused(DatasetId dataset, String tasks, @Nullable String inputs) {
        var given = inputs == null ? "" : "\"inputs\":%s,".formatted(inputs);
        var body = "{\"name\":\"x\",\"dataset\":\"%s\",%s\"tasks\":%s,\"budget\":{\"trials\":1}}"
                .formatted(dataset, given, tasks);
        return post("/experiments", body, 422).getList("errors.detail").toString();
    }
}
