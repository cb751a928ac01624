package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A column of dates is an input of the table: here the weekday decides, and nothing else. */
@QuarkusTest
class DateFlowTest extends FlowTest {
    private static String csv() {
        var random = new SplittableRandom(4);
        return IntStream.range(0, 400)
                .mapToObj(row -> {
                    var day = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(700));
                    return "%s,%.2f,main,%s".formatted(day, random.nextDouble(), open(day) ? "open" : "closed");
                })
                .collect(Collectors.joining("\n", "day,noise,branch,shop\n", "\n"));
    }

    private static boolean open(LocalDate day) {
        return day.getDayOfWeek().getValue() < 5;
    }

    @Test
    void learns_from_the_calendar() {
        var dataset = data.uploadCsv(ann, project, "days.csv", csv());
        var column = get("/datasets/%s/columns".formatted(dataset)).getMap("find { it.name == 'day' }");
        assertThat(column).containsEntry("modality", "DATE").containsEntry("role", "INPUT");

        var body = """
                {"name":"Days","dataset":"%s","tasks":[{"target":"shop"}],"seed":1,"budget":{"trials":1},
                 "search":{"epochs":30,"referees":false,"encoders":{"TABULAR":["realmlp"]},
                           "training":{"table_numbers":["bins"],"mixup":["0.2"]}}}""".formatted(dataset);
        var id = started(body);
        var comparison = completed(id);
        var trial = comparison.getString("rows[0].trial.id");
        assertThat(comparison.getMap("rows[0].trial.assignment"))
                .containsEntry("table_numbers", "bins")
                .containsEntry("mixup", 0.2f);
        var model = post("/trials/%s/promote".formatted(trial), "{}", 200);
        assertThat(model.getDouble("test.shop.accuracy")).isGreaterThan(0.95);

        var path = "/models/%s/predictions".formatted(model.getString("id"));
        var answers = post(path, "{\"rows\":[{\"day\":\"2024-12-02\"},{\"day\":\"7.12.2024\"}]}", 200);
        assertThat(answers.getList("predictions.shop.label")).containsExactly("open", "closed");
        // A test table has all columns: one that is always the same is known though not read, and an empty cell is
        // missing.
        var whole = "{\"rows\":[{\"day\":\"2024-12-02\",\"branch\":\"main\",\"noise\":\"?\",\"shop\":\"open\"}]}";
        assertThat(post(path, whole, 200).getString("predictions[0].shop.label"))
                .isEqualTo("open");
        var refused = post(path, "{\"rows\":[{\"day\":\"next Monday\"}]}", 422);
        assertThat(refused.getString("errors[0].pointer")).isEqualTo("/rows/0/day");
        assertThat(refused.getString("errors[0].detail")).contains("next Monday", "2024-05-31");
    }
}
