package io.polyphony.backend.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.dataset.Histogram;
import io.polyphony.backend.dataset.NumberStats;
import io.polyphony.backend.testing.OneTable;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import io.polyphony.hpo.trial.Direction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepInputPlannerTest {
    private static final NumberStats NUMBERS =
            new NumberStats(0, 99, 49.5, 28.9, true, 0, new Histogram(0, 99, List.of()), List.of());

    private final Faults faults = new Faults();

    /** Days of shops: what is sold, at what price, in what weather, with a picture and a note. */
    private static Map<String, ColumnInfo> columns() {
        var columns = new LinkedHashMap<String, ColumnInfo>();
        add(columns, "day", ColumnModality.DATE, ColumnRole.INPUT, null);
        add(columns, "shop", ColumnModality.NUMERIC, ColumnRole.GROUP, NUMBERS);
        add(columns, "sales", ColumnModality.NUMERIC, ColumnRole.INPUT, NUMBERS);
        add(columns, "price", ColumnModality.NUMERIC, ColumnRole.INPUT, NUMBERS);
        add(columns, "weather", ColumnModality.CATEGORICAL, ColumnRole.INPUT, null);
        add(columns, "note", ColumnModality.TEXT, ColumnRole.INPUT, null);
        add(columns, "window", ColumnModality.IMAGE, ColumnRole.INPUT, null);
        add(columns, "row", ColumnModality.NUMERIC, ColumnRole.ID, NUMBERS);
        add(columns, "sold out", ColumnModality.CATEGORICAL, ColumnRole.INPUT, null);
        return columns;
    }

    private static void add(
            Map<String, ColumnInfo> columns,
            String name,
            ColumnModality modality,
            ColumnRole role,
            @Nullable NumberStats numbers) {
        columns.put(name, OneTable.column(name, columns.size(), modality, role, numbers));
    }

    private List<String> ahead = List.of();

    private List<InputSpec> plan(@Nullable List<String> wanted, List<String> series, @Nullable String time) {
        var sales = new ExperimentTask("sales", TaskType.FORECAST, "mse", Direction.MINIMIZE, false);
        var soldOut = new ExperimentTask("sold out", TaskType.BINARY, "roc_auc", Direction.MAXIMIZE, false);
        return new StepInputPlanner(columns(), List.of(sales, soldOut), ahead, faults)
                .plan(wanted, series, time, "day".equals(time));
    }

    @Test
    void numbers_are_seen_over_time_and_what_else_is_known_stands_beside_them() {
        assertThat(plan(null, List.of("shop"), "day"))
                .containsExactly(
                        new InputSpec("past", Modality.SERIES, List.of("sales", "price")),
                        new InputSpec("table", Modality.TABULAR, List.of("day", "shop", "weather")),
                        new InputSpec("text", Modality.TEXT, List.of("note")),
                        new InputSpec("window", Modality.IMAGE, List.of("window")));
    }

    @Test
    void numbers_that_put_rows_in_order_are_not_seen() {
        assertThat(plan(null, List.of(), "price"))
                .first()
                .isEqualTo(new InputSpec("past", Modality.SERIES, List.of("sales")));
    }

    @Test
    void what_is_known_ahead_is_seen_there_and_nowhere_else() {
        ahead = List.of("price");
        assertThat(plan(null, List.of("shop"), "day"))
                .startsWith(
                        new InputSpec("past", Modality.SERIES, List.of("sales")),
                        new InputSpec("ahead", Modality.SERIES, List.of("price")))
                .hasSize(5);
        assertThat(plan(List.of("price"), List.of(), null)).hasSize(2);
    }

    @Test
    void what_is_named_is_read_and_nothing_else_but_the_own_past_of_forecasts() {
        assertThat(plan(List.of(), List.of("shop"), "day"))
                .containsExactly(new InputSpec("past", Modality.SERIES, List.of("sales")));
        assertThat(plan(List.of("weather", "price"), List.of("shop"), "day"))
                .containsExactly(
                        new InputSpec("past", Modality.SERIES, List.of("sales", "price")),
                        new InputSpec("table", Modality.TABULAR, List.of("weather")));
    }

    @Test
    void a_target_that_is_no_forecast_is_no_input() {
        plan(List.of("sold out", "prise"), List.of(), null);
        assertThatThrownBy(faults::raise)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .satisfiesExactly(
                                        one -> assertThat(one.detail()).contains("(sold out)", "learns nothing"),
                                        two -> assertThat(two.detail()).contains("(prise)", "price")));
    }
}
