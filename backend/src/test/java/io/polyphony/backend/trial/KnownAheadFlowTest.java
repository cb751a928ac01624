package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sales of a shop, which are twice as high on days of a sale; when the next sales are is decided beforehand. */
@QuarkusTest
class KnownAheadFlowTest extends FlowTest {
    private static final int DAYS = 300;
    private static final int SEEN = 8;
    private static final int AHEAD = 5;
    private static final int[] SALE =
            new SplittableRandom(6).ints(DAYS + AHEAD, 0, 4).toArray();

    private static int sale(int day) {
        return SALE[day] == 0 ? 1 : 0;
    }

    private static double sold(int day) {
        return 50 + 50 * sale(day);
    }

    private static LocalDate date(int day) {
        return LocalDate.of(2024, 1, 1).plusDays(day);
    }

    private static String csv() {
        return IntStream.range(0, DAYS)
                .mapToObj(day -> String.format(
                        Locale.ROOT, "%s,%.1f,%d,%s", date(day), sold(day) + day % 3 * 0.5, sale(day), "plain"))
                .collect(Collectors.joining("\n", "day,sold,sale,kind\n", "\n"));
    }

    @Test
    void what_is_known_ahead_is_told_by_rows_of_days_to_come() {
        var dataset = data.uploadCsv(ann, project, "shop.csv", csv());
        var id = started("""
                {"name":"Shop","dataset":"%s","seed":1,"budget":{"trials":1},
                 "tasks":[{"target":"sold","horizon":%d,"lookback":%d}],"split":{"ahead":["sale"]},
                 "search":{"epochs":150,"warmStart":false,"referees":false,"training":{"forecast_inputs":["all"]}}}""".formatted(dataset, AHEAD, SEEN));
        awaitState(id, "COMPLETED");
        var view = get("/experiments/" + id);
        assertThat(view.getList("split.windows.aheadColumns")).containsExactly("sale");
        assertThat(view.getList("inputs[0].columns")).containsExactly("sold");
        assertThat(view.getList("inputs[1].columns")).containsExactly("sale");

        var trial = get("/experiments/%s/trials".formatted(id)).getString("items[0].id");
        var model = post("/trials/%s/promote".formatted(trial), "{}", 200);
        assertThat(model.getList("ahead")).containsExactly("sale");
        assertThat(model.getDouble("test.sold.mse"))
                .as("when there is a sale is chance")
                .isLessThan(0.1 * model.getDouble("test.sold.mse_naive"));
        asks("/models/%s/predictions".formatted(model.getString("id")));
    }

    private void asks(String path) {
        var rows = IntStream.range(DAYS - SEEN, DAYS + AHEAD)
                .mapToObj(day -> "{\"day\":\"%s\",\"sale\":%d,\"sold\":%s}"
                        .formatted(date(day), sale(day), day < DAYS ? sold(day) : "null"))
                .toList();
        var answer = post(path, "{\"rows\":%s}".formatted(rows.reversed()), 200);
        assertThat(answer.getList("predictions")).hasSize(1);
        for (int step = 0; step < AHEAD; step++) {
            assertThat(answer.getDouble("predictions[0].sold.values[%d]".formatted(step)))
                    .as("%d days ahead", step + 1)
                    .isCloseTo(sold(DAYS + step), within(15.0));
        }
        var few = post(path, "{\"rows\":%s}".formatted(rows.subList(0, SEEN)), 422);
        assertThat(few.getString("errors[0].detail")).contains("8 rows", "next 5", "sale");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind | /split/ahead/0 | no numbers",
                "sold | /split/ahead/0 | is to be predicted",
                "clock | /split/ahead/0 | no column (clock)"
            })
    void what_cannot_be_known_ahead_is_refused_with_a_cure(String column, String pointer, String cure) {
        var dataset = data.uploadCsv(ann, project, "shop.csv", csv());
        var refused = post("/experiments", """
                {"name":"Shop","dataset":"%s","tasks":[{"target":"sold","horizon":2}],"split":{"ahead":["%s"]}}""".formatted(dataset, column), 422);
        assertThat(refused.getString("errors.find { it.pointer == '%s' }.detail".formatted(pointer)))
                .contains(cure);
    }

    @Test
    void without_a_forecast_nothing_is_ahead() {
        var dataset = data.uploadCsv(ann, project, "shop.csv", csv());
        var refused = post("/experiments", """
                {"name":"Shop","dataset":"%s","tasks":[{"target":"sold"}],"split":{"ahead":["sale"]}}""".formatted(dataset), 422);
        assertThat(refused.getString("errors[0].pointer")).isEqualTo("/split/ahead");
    }
}
