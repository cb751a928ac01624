package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A table of forty columns, two of which tell two tasks, one each: in folds, from upload to answers and their reasons. */
@QuarkusTest
class WideTableFlowTest extends FlowTest {
    private static final int COLUMNS = 40;

    private static String csv() {
        var random = new SplittableRandom(4);
        var head = IntStream.range(0, COLUMNS).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
        return IntStream.range(0, 300)
                .mapToObj(row -> {
                    var cells = random.doubles(COLUMNS, -1, 1).toArray();
                    var written = IntStream.range(0, COLUMNS)
                            .mapToObj(i -> "%.3f".formatted(cells[i]))
                            .collect(Collectors.joining(","));
                    return "%s,%s,%.3f".formatted(written, cells[0] > 0 ? "open" : "shut", 10 * cells[1]);
                })
                .collect(Collectors.joining("\n", head + ",door,load\n", "\n"));
    }

    @Test
    void columns_that_tell_are_all_that_is_seen() {
        var dataset = data.uploadCsv(ann, project, "wide.csv", csv());
        var body = """
                {"name":"Wide","dataset":"%s","tasks":[{"target":"door"},{"target":"load","type":"regression"}],"seed":1,"split":{"folds":2},
                 "budget":{"trials":1},"search":{"epochs":20,"referees":false,"encoders":{"TABULAR":["mlp"]},
                 "training":{"table_columns":["telling"]}}}""".formatted(dataset);
        var comparison = completed(started(body));
        assertThat(comparison.getMap("rows[0].trial.assignment")).containsEntry("table_columns", "telling");
        var trial = comparison.getString("rows[0].trial.id");
        var model = post("/trials/%s/promote".formatted(trial), "{}", 200);
        assertThat(model.getDouble("test.door.accuracy")).isGreaterThan(0.85);
        assertThat(model.getDouble("test.load.r2")).isGreaterThan(0.85);

        var path = "/models/%s".formatted(model.getString("id"));
        var answers =
                post(path + "/predictions", "{\"rows\":[{\"x0\":0.9,\"x1\":0.5},{\"x0\":-0.9,\"x1\":-0.5}]}", 200);
        assertThat(answers.getList("predictions.door.label")).containsExactly("open", "shut");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> "READY".equals(get(path + "/explanation").getString("state")));
        var explanation = get(path + "/explanation");
        for (var task : new String[][] {{"door", "x0"}, {"load", "x1"}}) {
            var columns = "explanation.tasks.find { it.task == '%s' }.columns".formatted(task[0]);
            assertThat(explanation.getString(columns + "[0].column")).isEqualTo(task[1]);
            assertThat(explanation.getInt(columns + ".findAll { it.drop == 0 }.size()"))
                    .isGreaterThan(COLUMNS - 15);
        }
    }
}
