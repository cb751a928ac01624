package io.polyphony.backend.trial;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.polyphony.backend.testing.FlowTest;
import io.polyphony.engine.export.Bundle;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bills: what the parts of each come to, most of it small and some of it very large, in folds; and whether they were paid. */
@QuarkusTest
class NumberLineFlowTest extends FlowTest {

    private static String csv() {
        var random = new SplittableRandom(4);
        return IntStream.range(0, 300)
                .mapToObj(row -> {
                    double goods = Math.round(2000 * Math.pow(random.nextDouble(), 5));
                    double post = Math.round(100 * Math.pow(random.nextDouble(), 5));
                    double mood = random.nextDouble();
                    return "%.0f,%.0f,%.2f,%.0f,%s".formatted(goods, post, mood, goods + post, mood > 0.5);
                })
                .collect(Collectors.joining("\n", "goods,post,mood,total,paid\n", "\n"));
    }

    @Test
    void a_sum_is_told_wherever_the_model_is_asked() throws IOException {
        var dataset = data.uploadCsv(ann, project, "bills.csv", csv());
        var body = """
                {"name":"Bills","dataset":"%s","tasks":[{"target":"total","type":"regression"},{"target":"paid"}],"seed":1,
                 "split":{"folds":2},"budget":{"trials":1},"search":{"epochs":20,"referees":false,"encoders":{"TABULAR":["mlp"]},
                 "training":{"number_line":["fitted"]}}}""".formatted(dataset);
        var comparison = completed(started(body));
        assertThat(comparison.getMap("rows[0].trial.assignment")).containsEntry("number_line", "fitted");
        var trial = comparison.getString("rows[0].trial.id");
        var model = post("/trials/%s/promote".formatted(trial), "{}", 200);
        assertThat(model.getDouble("test.total.r2")).isGreaterThan(0.99);
        assertThat(model.getDouble("test.paid.accuracy")).isGreaterThan(0.85);

        var path = "/models/%s".formatted(model.getString("id"));
        var answers = post(path + "/predictions", "{\"rows\":[{\"goods\":2500,\"post\":80,\"mood\":0.9}]}", 200);
        assertThat(answers.getDouble("predictions[0].total.value")).isCloseTo(2580, within(150.0));
        assertThat(bundled(path)).isCloseTo(answers.getDouble("predictions[0].total.value"), within(0.1));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> "READY".equals(get(path + "/explanation").getString("state")));
        assertThat(get(path + "/explanation")
                        .getString("explanation.tasks.find { it.task == 'total' }.columns[0].column"))
                .isEqualTo("goods");
    }

    private double bundled(String path) throws IOException {
        var zip = team.as(ann).get("/api/v1%s/bundle".formatted(path)).asByteArray();
        var answer = Bundle.read(new ByteArrayInputStream(zip))
                .predict(List.of(Map.of("goods", 2500, "post", 80, "mood", 0.9)));
        return requireNonNull(answer.get("total")).scores()[0][0];
    }
}
