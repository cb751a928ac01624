package io.polyphony.frontend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.dataset.Histogram;
import io.polyphony.backend.dataset.NumberStats;
import io.polyphony.backend.experiment.TaskRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuggestedTasksTest {
    private static final TaskRequest TRIPS = new TaskRequest("trips", "forecast", null);

    private final ColumnInfo date = column("quarter", ColumnModality.DATE, ColumnRole.INPUT, 80, false);
    private final ColumnInfo region = column("region", ColumnModality.CATEGORICAL, ColumnRole.INPUT, 76, false);
    private final ColumnInfo purpose = column("purpose", ColumnModality.CATEGORICAL, ColumnRole.INPUT, 4, true);
    private final ColumnInfo trips = column("trips", ColumnModality.NUMERIC, ColumnRole.INPUT, 20_000, false);

    @Test
    void of_steps_of_time_the_next_ones_are_asked_for() {
        assertThat(tasks(80, date, trips)).containsExactly(TRIPS.over(8, null));
        assertThat(tasks(80 * 76 * 4, date, region, purpose, trips))
                .as("several series")
                .containsExactly(TRIPS.over(8, null));
    }

    @Test
    void rows_that_merely_have_a_date_are_no_steps() {
        assertThat(tasks(5000, date, region, purpose, trips))
                .extracting(TaskRequest::target)
                .containsExactly("purpose");
        var few = column("quarter", ColumnModality.DATE, ColumnRole.INPUT, 12, false);
        assertThat(tasks(12, few, trips)).isEmpty();
    }

    @Test
    void shops_may_have_numbers_for_names_and_what_varies_most_is_asked_for() {
        var shop = column("shop", ColumnModality.NUMERIC, ColumnRole.INPUT, 45, false);
        var prices = column("prices", ColumnModality.NUMERIC, ColumnRole.INPUT, 700, false);
        assertThat(tasks(80 * 45, date, shop, trips, prices)).containsExactly(TRIPS.over(8, null));
    }

    @Test
    void a_quantity_named_as_a_target_comes_before_others() {
        var sales = column("y", ColumnModality.NUMERIC, ColumnRole.INPUT, 300, false);
        assertThat(tasks(80, date, sales, trips))
                .extracting(TaskRequest::target)
                .containsExactly("y");
    }

    @Test
    void what_the_columns_say_comes_first() {
        var told = column("mood", ColumnModality.CATEGORICAL, ColumnRole.TARGET, 3, false);
        assertThat(tasks(80, date, trips, told)).containsExactly(new TaskRequest("mood", null, null));
        var split = column("part", ColumnModality.CATEGORICAL, ColumnRole.SPLIT, 3, false);
        assertThat(tasks(80, date, trips, split)).isEmpty();
    }

    private static List<TaskRequest> tasks(long rows, ColumnInfo... columns) {
        return new SuggestedTasks(List.of(columns), rows).tasks();
    }

    private static ColumnInfo column(
            String name, ColumnModality modality, ColumnRole role, long distinct, boolean suggested) {
        var numbers = modality == ColumnModality.NUMERIC
                ? new NumberStats(0, 99, 49.5, 28.9, true, 0, new Histogram(0, 99, List.of()), List.of())
                : null;
        return new ColumnInfo(
                name, 0, modality, role, "", 0, distinct, Map.of(), numbers, null, null, suggested, null, null,
                List.of());
    }
}
