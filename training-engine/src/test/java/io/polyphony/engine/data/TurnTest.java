package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTest {
    /** Lines 1 2 and 3 4, each pixel with a second channel ten times as large. */
    private static final float[] PICTURE = {1, 10, 2, 20, 3, 30, 4, 40};

    @Test
    void there_are_eight_ways_and_the_first_leaves_a_picture_as_it_is() {
        var seen = new HashSet<List<Float>>();
        for (int way = 0; way < Mirror.ALL_WAYS.ways(); way++) {
            var turned = turned(way);
            seen.add(List.of(turned[0], turned[2], turned[4], turned[6]));
            for (int i = 0; i < turned.length; i += 2) {
                assertThat(turned[i + 1]).isEqualTo(10 * turned[i]);
            }
        }
        assertThat(seen).hasSize(8);
        assertThat(turned(0)).isEqualTo(PICTURE);
        assertThat(turned(1)).startsWith(2, 20, 1, 10);
        assertThat(turned(2)).startsWith(3, 30, 4, 40);
        assertThat(turned(4)).startsWith(1, 10, 3, 30);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void what_lies_on_a_turned_picture_comes_back_to_its_place(int way) {
        var sums = new float[PICTURE.length];
        Turn.of(2, 2, way).addBack(turned(way), sums);
        assertThat(sums).isEqualTo(PICTURE);
    }

    @Test
    void only_squares_can_be_turned() {
        var layout = new InputLayout("i", Modality.IMAGE, Map.of(InputLayout.PIXELS, BlockLayout.dense(2, 3, 1)));
        assertThatThrownBy(() -> Turn.of(layout, 1)).hasMessageContaining("2 x 3");
    }

    private static float[] turned(int way) {
        var values = new float[1 + PICTURE.length];
        System.arraycopy(PICTURE, 0, values, 1, PICTURE.length);
        Turn.of(2, 2, way).apply(values, 1, new SplittableRandom(1));
        var turned = new float[PICTURE.length];
        System.arraycopy(values, 1, turned, 0, turned.length);
        return turned;
    }
}
