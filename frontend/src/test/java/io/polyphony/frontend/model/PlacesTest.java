package io.polyphony.frontend.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.explanation.Attribution;
import io.polyphony.engine.explanation.Explanation;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
    @Test
    void the_shortest_stretch_with_half_of_all_is_found() {
        double[] sizes = {1, 0, 5, 4, 0, 2};
        assertThat(Places.span(sizes.length, i -> sizes[i])).containsExactly(2, 3);
        double[] single = {1, 9, 1};
        assertThat(Places.span(single.length, i -> single[i])).containsExactly(1, 1);
        assertThat(Places.span(4, i -> 1)).containsExactly(0, 1);
    }

    @Test
    void a_picture_is_told_by_where_half_of_its_shares_lie() {
        var pixels = new Attribution.Pixels("picture", 1, 2, 4, new float[] {0, 0, 0, 1, 0, 0, 0, -1});
        assertThat(Places.told(pixels))
                .contains("between 75 % and 100 % of the width", "between 0 % and 50 % of the height");
    }

    @Test
    void a_sound_is_told_in_seconds() {
        var sound = new Attribution.Sound(
                "voice", 1, 0.5, 0.1, new double[] {100, 200}, new float[6], new float[] {0, 0, 1, -1, 0, 0});
        assertThat(Places.told(sound)).isEqualTo("Half of what counts lies between 0.6000 and 0.7000 s.");
    }

    @Test
    void steps_are_counted_back_and_levels_are_told() {
        var steps = new Attribution.Steps(
                "past", 1, List.of("load"), new float[][] {{1, 2, 3}}, new float[][] {{0, 0, 0.5f}}, new double[] {-0.25
                });
        assertThat(Places.told(steps, 0))
                .isEqualTo("Half of what counts lies 0 to 0 steps back. Its last level alone adds −0.2500.");
        assertThat(Places.sum(steps, 0)).isEqualTo(0.25);
        assertThat(Places.weight(steps, 0)).isEqualTo(0.75);
    }

    @Test
    void what_is_lost_is_a_share_of_what_all_inputs_gain_whichever_way_the_metric_goes() {
        var error = task("mae", 1.0, 3.0, 2.0);
        assertThat(WhatIfPanel.lost(error, 2.0)).isEqualTo(0.5);
        assertThat(WhatIfPanel.lost(error, 5.0)).isEqualTo(1);
        assertThat(WhatIfPanel.lost(error, 0.5)).isZero();
        assertThat(WhatIfPanel.lost(error, null)).isZero();
        assertThat(WhatIfPanel.worst(new Explanation(10, 5, null, List.of(error))))
                .isEqualTo("task misses text most: without it 50 % of the gain is lost.");
    }

    @Test
    void a_gain_that_rounds_to_nothing_has_no_sign() {
        assertThat(NeedsPanel.percent(-0.004)).isEqualTo("0 %");
        assertThat(NeedsPanel.percent(-0.4)).isEqualTo("-40 %");
        assertThat(NeedsPanel.percent(0.126)).isEqualTo("+13 %");
    }

    private static Explanation.OfTask task(String metric, double all, double nothing, double without) {
        return new Explanation.OfTask(
                "task",
                metric,
                all,
                nothing,
                List.of(),
                List.of(new Explanation.OfInput("text", 1, without, 1.0, null)),
                null);
    }
}
