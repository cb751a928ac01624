package io.polyphony.engine.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputFeatures;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Reading;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributionsTest {
    /** Six lines of nine pixels on a square of nine, with a line and two of border. */
    private static final Reading.Pixels BOX = new Reading.Pixels(1, 0, 6, 9);

    private static final int[] PARTS = {0, 0, 4, 8, -1};

    private static Attribution.Pixels spread(double... shares) {
        var layout = new InputLayout(
                "picture", Modality.IMAGE, Map.of(InputLayout.PATCHES, BlockLayout.dense(shares.length)));
        var features = new InputFeatures("picture", 1, Map.of(), new boolean[] {true});
        return (Attribution.Pixels) Attributions.of(
                "picture", new Reading.Ninths(BOX, 9, PARTS), features, layout, Map.of(InputLayout.PATCHES, shares));
    }

    private static float at(Attribution.Pixels pixels, int y, int x) {
        return pixels.shares()[y * pixels.width() + x];
    }

    @Test
    void what_a_ninth_contributes_lies_on_that_ninth_as_far_as_it_is_seen() {
        var pixels = spread(1, 2, -9, 0, 0);
        assertThat(pixels.height()).isEqualTo(6);
        assertThat(pixels.width()).isEqualTo(9);
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 9; x++) {
                float expected = y < 2 && x < 3 ? 3f / 6 : y >= 2 && y < 5 && x >= 3 && x < 6 ? -1f : 0f;
                assertThat(at(pixels, y, x)).as("%d %d", y, x).isEqualTo(expected);
            }
        }
    }

    @Test
    void what_tells_of_all_of_it_lies_everywhere_and_nothing_is_lost() {
        var pixels = spread(0.5, 0, 1, 4, 54);
        assertThat(at(pixels, 0, 8)).isEqualTo(1f);
        assertThat(at(pixels, 5, 8)).isCloseTo(1 + 4f / 3, within(1e-6f));
        double sum = 0;
        for (float share : pixels.shares()) {
            sum += share;
        }
        assertThat(sum).isCloseTo(pixels.total(), within(1e-4));
    }
}
