package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.dataset.Uploads;
import io.polyphony.backend.dataset.archive.Zips;
import io.polyphony.backend.testing.FlowTest;
import io.polyphony.backend.testing.Signs;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Boxes over REST, from an archive to what a model finds on a new picture. */
@QuarkusTest
class DetectionFlowTest extends FlowTest {
    private static final int ROWS = 130;

    @Inject
    Uploads uploads;

    private final Signs signs = new Signs();

    @Test
    void boxes_are_recognised_searched_promoted_and_found() {
        var dataset =
                uploads.imported(ann, project, "signs.zip", signs.archive(ROWS)).id();
        var columns = get("/datasets/%s/columns".formatted(dataset));
        assertThat(columns.getString("find { it.name == 'boxes' }.role")).isEqualTo("TARGET");
        assertThat(columns.getString("find { it.name == 'boxes' }.reason"))
                .isEqualTo("boxes on pictures: 2 different labels (such as go, stop)");

        var experiment = experiment(dataset);
        var tasks = get("/experiments/" + experiment);
        assertThat(tasks.getList("tasks.type")).containsExactly("DETECTION", "BINARY");
        assertThat(tasks.getList("tasks.metric")).containsExactly("map_50", "roc_auc");
        var best = completed(experiment);
        assertThat(best.<Float>getList("rows.tasks.boxes.atBestEpoch"))
                .as("trials: %s", best.getList("rows.trial.message"))
                .hasSize(2)
                .anySatisfy(map -> assertThat(map).isGreaterThan(0.4f));
        var trial = best.getString("rows[0].trial.id");
        var model = post("/trials/%s/promote".formatted(trial), "{}", 200);
        assertThat(model.getDouble("test.boxes.map_50")).isGreaterThan(0.2);
        assertThat(model.getDouble("test.boxes.map_50")).isGreaterThanOrEqualTo(model.getDouble("test.boxes.map"));
        finds("/models/%s/predictions".formatted(model.getString("id")));
        var together = post("/experiments/%s/promote".formatted(experiment), "{}", 200);
        finds("/models/%s/predictions".formatted(together.getString("id")));

        var examples = get("/trials/%s/diagnosis".formatted(trial));
        var boxes = "find { it.task == 'boxes' }.boxes";
        assertThat(examples.getList(boxes)).hasSize(6);
        assertThat(examples.getString(boxes + "[0].picture")).isNotEmpty();
        assertThat(examples.<String>getList(boxes + ".truth.label.flatten()")).contains("stop", "go");
    }

    private void finds(String path) {
        var rows = IntStream.range(0, 4)
                .mapToObj(_ -> Base64.getEncoder().encodeToString(signs.picture(60, 44)))
                .map("{\"image\":\"%s\"}"::formatted)
                .collect(Collectors.joining(","));
        var answer = post(path, "{\"rows\":[%s]}".formatted(rows), 200);
        var boxes = answer.<List<Map<String, Object>>>getList("predictions.boxes.boxes").stream()
                .flatMap(List::stream)
                .toList();
        assertThat(boxes).isNotEmpty().allSatisfy(box -> {
            assertThat(box.get("label")).isIn("stop", "go");
            assertThat(number(box, "score")).isBetween(0.3, 1.0);
            assertThat(number(box, "x") + number(box, "w")).isBetween(1.0, 60.001);
            assertThat(number(box, "y") + number(box, "h")).isBetween(1.0, 44.001);
        });
        assertThat(answer.getString("predictions[0].weather.label")).isIn("sun", "rain");
    }

    private static double number(Map<String, Object> box, String name) {
        return ((Number) Objects.requireNonNull(box.get(name))).doubleValue();
    }

    @Test
    void what_is_no_box_is_refused_with_a_cure() {
        var zip = new Zips();
        var csv = new StringBuilder("image,boxes,shares,n\n");
        for (int row = 0; row < 24; row++) {
            zip.add("i%d.png".formatted(row), signs.picture(40, 40));
            csv.append("i%d.png,%s,car 0.1 0.2 0.3 0.%d,%d%n"
                    .formatted(row, row == 20 ? "a car" : "car %d 2 8 8".formatted(row), row % 9 + 1, row % 3));
        }
        var dataset = uploads.imported(
                        ann,
                        project,
                        "odd.zip",
                        zip.add("t.csv", csv.toString()).bytes())
                .id();
        assertThat(refused(dataset, "boxes", "[\"image\"]"))
                .contains("Data row 21 of the target (boxes): The cell (a car) holds no boxes")
                .contains("Maybe write them as label x y w h");
        assertThat(refused(dataset, "shares", "[\"image\"]"))
                .contains("does not lie on its picture of 40 x 40 pixels")
                .contains("Maybe boxes are given as shares");
        assertThat(refused(dataset, "boxes", "[\"n\"]"))
                .contains("The target (boxes) has boxes, but no input ([table]) is a picture");
    }

    private String experiment(DatasetId dataset) {
        var body = """
                {"name":"Signs","dataset":"%s","tasks":[{"target":"boxes"},{"target":"weather"}],"seed":1,
                 "budget":{"trials":2},
                 "search":{"fusions":["concatenation"],"lossWeightings":["equal"],"sampler":"random","pruner":"none",
                           "referees":false,"epochs":60}}""".formatted(dataset);
        return started(body);
    }

    private String refused(DatasetId dataset, String target, @Nullable String inputs) {
        var body =
                "{\"name\":\"x\",\"dataset\":\"%s\",\"inputs\":%s,\"tasks\":[{\"target\":\"%s\",\"type\":\"detection\"}],\"budget\":{\"trials\":1}}"
                        .formatted(dataset, inputs, target);
        return post("/experiments", body, 422).getList("errors.detail").toString();
    }
}
