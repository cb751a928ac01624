package io.polyphony.frontend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.experiment.SplitRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SplitDraftTest {
    private final SplitDraft draft = new SplitDraft();

    @Test
    void what_is_as_usual_is_not_asked_for() {
        assertThat(draft.request(null)).isNull();
        assertThat(draft.request(null)).isNull();
    }

    @Test
    void shares_are_asked_for_in_parts_of_one() {
        draft.validation = 10.0;
        draft.group = "patient";
        assertThat(draft.request(null)).isEqualTo(new SplitRequest(null, "patient", 0.1, null, null, null));
    }

    @Test
    void steps_of_time_have_an_order_and_no_folds() {
        draft.folds = 3;
        assertThat(draft.request(forecast("when")))
                .isEqualTo(new SplitRequest(null, null, null, null, null, null, "when"));
        assertThat(draft.request(null)).isEqualTo(new SplitRequest(null, null, null, null, null, 3));
    }

    @Test
    void another_experiment_is_followed_and_another_data_set_has_other_columns() {
        draft.like(new SplitSpec("part", "item", null, 0.2, 0.1, 1));
        assertThat(draft.request(null)).isEqualTo(new SplitRequest("part", "item", 0.2, 0.1, null, 1));
        draft.clear();
        assertThat(draft.request(null)).isEqualTo(new SplitRequest(null, null, 0.2, 0.1, null, 1));
    }

    @Test
    void copies_stay_together_as_in_the_experiment_that_is_followed() {
        draft.like(new SplitSpec(null, null, null, 0.2, 0.1, 1).together(List.of("x", "y")));
        assertThat(draft.request(null)).isEqualTo(new SplitRequest(null, null, 0.2, 0.1, null, 1, null, true, null));
        draft.like(new SplitSpec(null, null, null, 0.2, 0.1, 1));
        assertThat(draft.request(null)).isEqualTo(new SplitRequest(null, null, 0.2, 0.1, null, 1, null, false, null));
        assertThat(draft.request(forecast(null))).isEqualTo(new SplitRequest(null, null, 0.2, 0.1, null, null));
    }

    @Test
    void of_steps_of_time_what_is_known_ahead_is_said() {
        var forecast = forecast(null);
        forecast.ahead.addAll(List.of("price", "holiday"));
        assertThat(draft.request(forecast))
                .isEqualTo(
                        new SplitRequest(null, null, null, null, null, null, null, null, List.of("holiday", "price")));
    }

    @Test
    void what_puts_the_rows_in_order_is_no_longer_known_ahead() {
        var forecast = forecast(null);
        forecast.ahead.addAll(List.of("price", "day"));
        forecast.orderBy("day");
        assertThat(draft.request(forecast))
                .isEqualTo(new SplitRequest(null, null, null, null, null, null, "day", null, List.of("price")));
        forecast.orderBy(null);
        assertThat(forecast.ahead).containsExactly("price");
    }

    private static ForecastDraft forecast(@Nullable String time) {
        var forecast = new ForecastDraft();
        forecast.time = time;
        return forecast;
    }
}
