package io.polyphony.frontend.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.SearchChoices;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteTest {
    @Test
    void a_trial_keeps_its_colour_and_thirty_neighbours_differ_in_colour_or_dash() {
        var looks = IntStream.range(0, 30)
                .mapToObj(number -> Palette.trial(number) + Palette.dash(number))
                .distinct();
        assertThat(looks).hasSize(30);
        assertThat(Palette.trial(17)).isEqualTo(Palette.trial(17));
    }

    @Test
    void every_usual_fusion_has_a_colour_of_its_own() {
        assertThat(SearchChoices.USUAL_FUSIONS.stream().map(Palette::fusion).distinct())
                .hasSameSizeAs(SearchChoices.USUAL_FUSIONS);
    }
}
