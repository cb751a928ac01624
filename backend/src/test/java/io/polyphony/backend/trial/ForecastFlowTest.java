package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.experiment.ExperimentRequest;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.experiment.SplitRequest;
import io.polyphony.backend.experiment.TaskRequest;
import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table with one row per hour, whose numbers are forecast from their past. */
@QuarkusTest
class ForecastFlowTest extends FlowTest {
    private static final int HOURS = 600;

    @Inject
    ExperimentService experiments;

    private DatasetId dataset;

    @BeforeEach
    void upload() {
        dataset = data.uploadCsv(ann, project, "hours.csv", csv());
    }

    /** The newest row first: the dates know better. Now and then a load is missing. */
    private static String csv() {
        var random = new SplittableRandom(4);
        var noise = random.doubles(HOURS, -0.5, 0.5).toArray();
        return IntStream.range(0, HOURS)
                .mapToObj(i -> HOURS - 1 - i)
                .map(hour -> "%s,%s,%.3f,%s"
                        .formatted(
                                LocalDateTime.of(2024, 1, 1, 0, 0).plusHours(hour),
                                hour % 97 == 5 ? "" : String.format(Locale.ROOT, "%.3f", load(hour) + noise[hour]),
                                Math.cos(hour / 5.0) + 0.1 * noise[hour],
                                hour % 3 == 0 ? "windy" : "calm"))
                .collect(Collectors.joining("\n", "date,load,heat,weather\n", "\n"));
    }

    private static double load(int hour) {
        return 50 + 0.02 * hour + 8 * Math.sin(hour * Math.PI / 12);
    }

    @Test
    void forecasts_columns_from_their_past() {
        var id = post(
                        "/experiments",
                        body("[{'target':'load','type':'forecast','horizon':6,'lookback':48},"
                                + "{'target':'heat','horizon':6,'lookback':48}]"),
                        201)
                .getString("id");
        awaitState(id, "COMPLETED");

        var view = get("/experiments/" + id);
        assertThat(view.getList("tasks.type")).containsExactly("FORECAST", "FORECAST");
        assertThat(view.getList("inputs[0].columns")).containsExactly("load", "heat");
        assertThat(view.getString("split.windows.timeColumn")).isEqualTo("date");
        var comparison = get("/experiments/%s/comparison".formatted(id));
        assertThat(comparison.getList("rows.trial.state")).containsOnly("COMPLETED");
        var trial = comparison.getString("rows[0].trial.id");
        assertThat(get("/trials/%s/diagnosis".formatted(trial)).getList("find { it.task == 'load' }.steps.mse"))
                .hasSize(6);

        var model = post("/trials/%s/promote".formatted(trial), "{}", 200);
        assertThat(model.getDouble("test.load.mse")).isLessThan(0.05);
        assertThat(model.getDouble("test.load.mse_naive")).isPositive();
        assertThat(model.getDouble("test.heat.mse")).isLessThan(0.1);
        assertThat(model.getInt("testRows")).isEqualTo(HOURS / 5 - 5);
        asks(model.getString("id"));
    }

    private void asks(String model) {
        var rows = IntStream.range(HOURS - 48, HOURS)
                .mapToObj(hour -> "{\"date\":\"%s\",\"load\":%s,\"heat\":%.3f}"
                        .formatted(
                                LocalDateTime.of(2024, 1, 1, 0, 0).plusHours(hour),
                                hour % 7 == 0 ? "null" : load(hour),
                                Math.cos(hour / 5.0)))
                .toList();
        var path = "/models/%s/predictions".formatted(model);
        var answers = post(path, "{\"rows\":%s}".formatted(rows), 200);
        assertThat(answers.getList("predictions")).hasSize(1);
        assertThat(answers.getList("predictions[0].heat.values")).hasSize(6);
        for (int step = 0; step < 6; step++) {
            assertThat(answers.getDouble("predictions[0].load.values[%d]".formatted(step)))
                    .isCloseTo(load(HOURS + step), within(3.0));
        }
        var newestFirst = post(path, "{\"rows\":%s}".formatted(rows.reversed()), 200);
        assertThat(newestFirst.getList("predictions")).isEqualTo(answers.getList("predictions"));
        assertThat(post(path, "{\"rows\":%s}".formatted(rows.subList(0, 9)), 422)
                        .getString("errors[0].detail"))
                .contains("9 rows", "last 48");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "[{'target':'load','type':'forecast'}] | /tasks/0/horizon | Maybe 24",
                "[{'target':'load','horizon':0}] | /tasks/0/horizon | (0)",
                "[{'target':'load','horizon':9999}] | /tasks/0/horizon | 1..4096",
                "[{'target':'load','horizon':500}] | /split | shorter horizon",
                "[{'target':'load','horizon':6,'lookback':4000}] | /split | lookback",
                "[{'target':'load','type':'regression','horizon':6}] | /tasks/0/type | forecast",
                "[{'target':'weather','type':'forecast','horizon':6}] | /tasks/0/type | no numbers",
                "[{'target':'load','horizon':6},{'target':'heat','horizon':7}] | /tasks/1/horizon | not that of",
                "[{'target':'weather'},{'target':'load','horizon':6},{'target':'heat','horizon':7}] | /tasks/2/horizon | not that of",
                "[{'target':'weather'},{'target':'load','type':'forecast'}] | /tasks/1/horizon | Maybe 24"
            })
    void names_the_wrong_field_and_a_cure(String tasks, String pointer, String cure) {
        team.as(ann)
                .body(body(tasks))
                .post("/api/v1/experiments")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(equalTo(pointer)))
                .body("errors.find { it.pointer == '%s' }.detail".formatted(pointer), containsString(cure));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weather | date (2024-05-31 or 2024-05-31T14:30) or a number in every row",
                "load | a number in every row",
                "heat | is to be predicted",
                "clock | no column (clock)"
            })
    void what_has_no_order_is_refused_with_a_cure(String time, String cure) {
        var body = body("[{'target':'heat','type':'forecast','horizon':6}]")
                .replace("\"seed\"", "\"split\":{\"time\":\"%s\"},\"seed\"".formatted(time));
        assertThat(post("/experiments", body, 422).getString("errors.find { it.pointer == '/split/time' }.detail"))
                .contains(cure);
    }

    @Test
    void a_column_of_dates_or_numbers_puts_rows_in_order_and_numbers_are_not_read() {
        var dated = planned("date");
        assertThat(dated.split().columns()).contains("date");
        assertThat(dated.inputs().getFirst().columns()).containsExactly("load", "heat");
        assertThat(dated.inputs().getLast().columns()).containsExactly("date", "weather");
        var numbered = planned("heat");
        assertThat(numbered.split().columns()).contains("heat");
        assertThat(numbered.inputs().getFirst().columns()).containsExactly("load");
    }

    private ExperimentView planned(String time) {
        var load = new TaskRequest("load", "forecast", null).over(6, null);
        var split = new SplitRequest(null, null, null, null, null, null, time);
        return experiments.preview(
                ann, new ExperimentRequest("Hours", dataset, List.of(load), null, split, null, null, null));
    }

    private String body(String tasks) {
        return """
                {"name":"Hours","dataset":"%s","tasks":%s,"seed":1,"budget":{"trials":1},
                 "search":{"epochs":40,"referees":false}}""".formatted(dataset, tasks.replace('\'', '"'));
    }
}
