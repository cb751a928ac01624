package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.backend.dataset.Uploads;
import io.polyphony.backend.testing.Discs;
import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What comes next of several kinds at once, from inputs of several kinds: the visitors of two museums, which come on days of the
 * week and if yesterday's notice said so, and whether the museum will be full tomorrow.
 */
@QuarkusTest
class MixedForecastFlowTest extends FlowTest {
    private static final int DAYS = 400;
    private static final int SEEN = 3;
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);

    @Inject
    Uploads uploads;

    private static final boolean[] NEWS = new boolean[DAYS + 1];

    static {
        var random = new SplittableRandom(3);
        for (int day = 0; day < NEWS.length; day++) {
            NEWS[day] = random.nextInt(3) == 0;
        }
    }

    /** Three days of the past tell no week: the calendar and the museum must. */
    private static double visitors(int day, int museum) {
        return 100 + (FIRST.plusDays(day).getDayOfWeek().getValue() == (museum == 0 ? 7 : 3) ? 60 : 0);
    }

    /** As yesterday's notice said. */
    private static String full(int day) {
        return day > 0 && NEWS[day - 1] ? "yes" : "no";
    }

    private static String notice(int day) {
        return "tomorrow %s will be open from %d to %d and %s"
                .formatted(
                        List.of("the old hall", "a garden with roses", "the upper floor")
                                .get(day % 3),
                        8 + day % 4,
                        16 + day % 5,
                        NEWS[day] ? "the famous painting can be seen" : "the rooms are quiet");
    }

    private static String csv() {
        return IntStream.range(0, 2 * DAYS)
                .mapToObj(row -> String.format(
                        Locale.ROOT,
                        "%s,museum%d,%.1f,%s,%s",
                        FIRST.plusDays(row / 2),
                        row % 2,
                        visitors(row / 2, row % 2),
                        notice(row / 2),
                        full(row / 2)))
                .collect(Collectors.joining("\n", "day,museum,visitors,notice,full\n", "\n"));
    }

    @Test
    void a_forecast_and_a_class_are_told_by_the_calendar_by_words_and_by_whose_they_are() {
        var dataset = data.uploadCsv(ann, project, "museums.csv", csv());
        var id = started("""
                {"name":"Museums","dataset":"%s","seed":1,"budget":{"trials":1},
                 "tasks":[{"target":"visitors","horizon":1,"lookback":%d},{"target":"full"}],
                 "search":{"epochs":120,"warmStart":false}}""".formatted(dataset, SEEN));
        awaitState(id, "COMPLETED");
        var view = get("/experiments/" + id);
        assertThat(view.getList("tasks.type")).containsExactly("FORECAST", "BINARY");
        assertThat(view.getList("split.windows.seriesColumns")).isEmpty();
        assertThat(view.getString("split.groupColumn")).isEqualTo("museum");
        assertThat(view.getList("inputs.modality")).containsExactly("SERIES", "TABULAR", "TEXT");
        assertThat(view.getList("inputs[0].columns")).containsExactly("visitors");
        assertThat(view.getList("inputs[1].columns")).containsExactly("day", "museum");

        var rows = get("/experiments/%s/comparison".formatted(id));
        assertThat(rows.getList("rows.trial.state")).containsOnly("COMPLETED");
        assertThat(rows.getList("rows.findAll { it.trial.origin == 'REFEREE' }.trial.label"))
                .containsExactlyInAnyOrder("only past", "only table", "only text", "only visitors", "only full");
        var trial = rows.getString("rows.find { it.trial.origin == 'FIRST' }.trial.id");
        var model = post("/trials/%s/promote".formatted(trial), "{}", 200);
        assertThat(model.getDouble("test.visitors.mse"))
                .as("a week is told, which repeating the last days does not know")
                .isLessThan(0.2 * model.getDouble("test.visitors.mse_naive"));
        assertThat(model.getDouble("test.full.roc_auc")).isGreaterThan(0.99);
        asks(model.getString("id"));
    }

    /** The last rows; the full one among them is not needed, nor what came before in other museums. */
    private void asks(String model) {
        for (int museum = 0; museum < 2; museum++) {
            int who = museum;
            for (int last = DAYS - 14; last < DAYS; last++) {
                int day = last;
                var rows = IntStream.range(day - SEEN + 1, day + 1)
                        .mapToObj(one -> "{\"day\":\"%s\",\"museum\":\"museum%d\",\"visitors\":%s,\"notice\":\"%s\"}"
                                .formatted(FIRST.plusDays(one), who, visitors(one, who), notice(one)))
                        .toList();
                var answer = post("/models/%s/predictions".formatted(model), "{\"rows\":%s}".formatted(rows), 200);
                assertThat(answer.getDouble("predictions[0].visitors.values[0]"))
                        .as("museum %d on %s", who, FIRST.plusDays(day + 1))
                        .isCloseTo(visitors(day + 1, who), within(25.0));
                assertThat(answer.getString("predictions[0].full.label")).isEqualTo(full(day + 1));
            }
        }
    }

    /** It reads one input less than others, and answers with them. */
    @Test
    void a_trial_may_see_the_past_alone_and_be_one_of_an_ensemble() {
        var dataset = data.uploadCsv(ann, project, "museums.csv", csv());
        var id = started("""
                {"name":"Museums","dataset":"%s","seed":1,"budget":{"trials":4},
                 "tasks":[{"target":"visitors","horizon":1,"lookback":%d}],
                 "search":{"epochs":3,"warmStart":false,"referees":false}}""".formatted(dataset, SEEN));
        awaitState(id, "COMPLETED");
        var trials = get("/experiments/%s/trials".formatted(id));
        for (int number = 1; number <= 4; number++) {
            var path = "items.find { it.number == %d }.".formatted(number);
            boolean alone = number % 2 == 0;
            assertThat(trials.getString(path + "assignment.forecast_inputs")).isEqualTo(alone ? "past" : "all");
            assertThat(trials.getList(path + "inputs")).hasSize(alone ? 1 : 3);
        }
        var model = post("/experiments/%s/promote".formatted(id), "{}", 200);
        var row = "{\"visitors\":100,\"notice\":\"\"}";
        assertThat(post(
                                "/models/%s/predictions".formatted(model.getString("id")),
                                "{\"rows\":[%s,%s,%s]}".formatted(row, row, row),
                                200)
                        .getList("predictions[0].visitors.values"))
                .hasSize(1);
    }

    /** Of the picture that was seen last, not of the next one. */
    @Test
    void a_mask_beside_a_forecast_is_that_of_the_picture_that_is_seen() throws IOException {
        var dataset = uploads.imported(ann, project, "discs.zip", new Discs().archive(120))
                .id();
        var id = started("""
                {"name":"Discs","dataset":"%s","seed":1,"budget":{"trials":1},
                 "tasks":[{"target":"mask"},{"target":"discs","horizon":1,"lookback":4}],
                 "search":{"epochs":50,"warmStart":false,"referees":false}}""".formatted(dataset));
        awaitState(id, "COMPLETED");
        assertThat(get("/experiments/" + id).getList("tasks.type")).containsExactly("SEGMENTATION", "FORECAST");
        var trial = get("/experiments/%s/trials".formatted(id)).getString("items[0].id");
        var model = post("/trials/%s/promote".formatted(trial), "{}", 200);
        assertThat(model.getDouble("test.mask.iou")).isGreaterThan(0.5);
        assertThat(model.getDouble("test.discs.mse")).isPositive();
    }
}
