package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Places of three numbers each, told by two; every ninth place is unknown. */
@QuarkusTest
class VectorFlowTest extends FlowTest {
    private static final int ROWS = 360;

    private static String csv() {
        var random = new SplittableRandom(4);
        return IntStream.range(0, ROWS)
                .mapToObj(row -> {
                    double a = random.nextDouble();
                    double b = random.nextDouble();
                    var place = "\"[%.4f, %.4f, %.2f]\"".formatted(a + b, a - b, 1000 * a);
                    return "%.4f,%.4f,%s,%s".formatted(a, b, row % 9 == 0 ? "" : place, row == 5 ? "1 2" : "1 2 3");
                })
                .collect(Collectors.joining("\n", "a,b,place,odd\n", "\n"));
    }

    @Test
    void tells_vectors() {
        var dataset = data.uploadCsv(ann, project, "places.csv", csv());
        var body = """
                {"name":"Places","dataset":"%s","inputs":["a","b"],"tasks":[{"target":"place"}],"seed":1,
                 "budget":{"trials":1},"search":{"epochs":30,"referees":false}}""".formatted(dataset);
        var id = started(body);
        var experiment = get("/experiments/" + id);
        assertThat(experiment.getString("tasks[0].type")).isEqualTo("VECTOR");
        assertThat(experiment.getString("tasks[0].metric")).isEqualTo("arrmse");
        awaitState(id, "COMPLETED");

        var trial = get("/experiments/%s/comparison".formatted(id)).getString("rows[0].trial.id");
        var diagnosis = get("/trials/%s/diagnosis".formatted(trial));
        assertThat(diagnosis.getList("find { it.task == 'place' }.components.place"))
                .isEqualTo(List.of(1, 2, 3));
        assertThat(diagnosis.<Float>getList("find { it.task == 'place' }.components.r2"))
                .allSatisfy(share -> assertThat(share).isBetween(0.6f, 1f));
        var model = post("/trials/%s/promote".formatted(trial), "{}", 200);
        assertThat(model.getDouble("test.place.r2")).isBetween(0.8, 1.0);
        assertThat(model.getDouble("test.place.arrmse")).isBetween(0.0, 0.45);
        var path = "/models/%s/predictions".formatted(model.getString("id"));
        var answers = post(path, "{\"rows\":[{\"a\":0.5,\"b\":0.25}]}", 200);
        assertThat(answers.getList("predictions[0].place.values")).hasSize(3);
        assertThat(answers.getDouble("predictions[0].place.values[2]")).isCloseTo(500, within(150.0));
        var reasons = "{\"rows\":[{\"a\":0.5,\"b\":0.25}],\"task\":\"place\",\"output\":\"3\"}";
        var why = post("/models/%s/explanations".formatted(model.getString("id")), reasons, 200);
        assertThat(why.getString("explanation.output")).isEqualTo("3");

        counts(id);
    }

    /** Of 360 rows 40 are unknown; each part of the split has its share of both. */
    private void counts(String experiment) {
        var labels = get("/experiments/%s/labels".formatted(experiment));
        assertThat(labels.getList("task")).containsExactly("place");
        int rows = 0;
        int labelled = 0;
        for (var part : new String[] {"train", "validation", "test"}) {
            int known = labels.getInt("[0].%s.labelled".formatted(part));
            assertThat(known).isBetween(1, labels.getInt("[0].%s.rows".formatted(part)));
            assertThat(labels.getInt("[0].%s.labels".formatted(part))).isEqualTo(3 * known);
            rows += labels.getInt("[0].%s.rows".formatted(part));
            labelled += known;
        }
        assertThat(rows).isEqualTo(ROWS);
        assertThat(labelled).isEqualTo(ROWS - ROWS / 9);
    }

    @Test
    void what_is_no_vector_is_refused_with_a_cure() {
        var dataset = data.uploadCsv(ann, project, "places.csv", csv());
        assertThat(refused(dataset.toString(), "odd"))
                .contains("The target (odd) has 2 numbers in data row 6 (1 2), but 3 in others")
                .contains("Maybe write nan for a number that is missing");
        assertThat(refused(dataset.toString(), "a")).contains("has one number per cell, but a vector has several");
    }

    private String refused(String dataset, String target) {
        var body =
                "{\"name\":\"x\",\"dataset\":\"%s\",\"tasks\":[{\"target\":\"%s\",\"type\":\"vector\"}],\"budget\":{\"trials\":1}}"
                        .formatted(dataset, target);
        return post("/experiments", body, 422).getList("errors.detail").toString();
    }
}
