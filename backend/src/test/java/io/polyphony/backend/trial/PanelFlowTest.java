package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sales of every item in every shop, day by day: several series in one table, whose sizes differ a thousandfold. */
@QuarkusTest
class PanelFlowTest extends FlowTest {
    private static final int DAYS = 160;
    private static final int AHEAD = 7;
    private static final int SEEN = 21;

    private static String csv() {
        return IntStream.range(0, 4 * DAYS)
                .mapToObj(row -> line(row / 4, row % 2, row / 2 % 2))
                .collect(Collectors.joining("\n", "day,shop,town,item,sales\n", "\n"));
    }

    private static String line(int day, int shop, int item) {
        return String.format(
                Locale.ROOT,
                "%s,shop%d,town%d,item%d,%.4f",
                LocalDate.of(2024, 1, 1).plusDays(day),
                shop,
                shop,
                item,
                sales(day, shop, item));
    }

    /** A week of its own for each, and larger ones beside smaller ones. */
    private static double sales(int day, int shop, int item) {
        double size = item == 0 ? 1 : 1000;
        return size * (10 + shop + 3 * Math.sin((day + 2 * item) * 2 * Math.PI / 7));
    }

    @Test
    void every_item_of_every_shop_is_a_series_of_its_own() {
        var dataset = data.uploadCsv(ann, project, "sales.csv", csv());
        var id = post("/experiments", """
                        {"name":"Sales","dataset":"%s","seed":1,"budget":{"trials":1},
                         "tasks":[{"target":"sales","horizon":%d,"lookback":%d,"metric":"mase"}],
                         "search":{"epochs":5,"referees":false,"training":{"forecast_unit":["even"]}}}""".formatted(dataset, AHEAD, SEEN), 201).getString("id");
        awaitState(id, "COMPLETED");
        var windows = get("/experiments/" + id);
        assertThat(windows.getList("split.windows.seriesColumns")).containsExactly("shop", "item");
        assertThat(windows.getString("objectives[0].figure")).isEqualTo("mase");

        var trial = get("/experiments/%s/trials".formatted(id));
        assertThat(trial.getString("items[0].assignment.forecast_unit")).isEqualTo("even");
        var model = post("/trials/%s/promote".formatted(trial.getString("items[0].id")), "{}", 200);
        assertThat(model.getDouble("test.sales.mse_naive"))
                .as("a week repeats itself")
                .isLessThan(1e-6);
        for (int item = 0; item < 2; item++) {
            asks(model.getString("id"), item);
        }
    }

    private void asks(String model, int item) {
        var rows = IntStream.range(DAYS - SEEN, DAYS)
                .mapToObj(day -> "{\"day\":\"%s\",\"shop\":\"shop1\",\"item\":\"item%d\",\"sales\":%s}"
                        .formatted(LocalDate.of(2024, 1, 1).plusDays(day), item, sales(day, 1, item)))
                .toList();
        var answer = post("/models/%s/predictions".formatted(model), "{\"rows\":%s}".formatted(rows), 200);
        for (int step = 0; step < AHEAD; step++) {
            double truth = sales(DAYS + step, 1, item);
            assertThat(answer.getDouble("predictions[0].sales.values[%d]".formatted(step)))
                    .isCloseTo(truth, within(0.02 * truth));
        }
    }
}
