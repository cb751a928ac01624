package io.polyphony.backend.dataset.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ColoursTest {
    @Test
    void greys_saved_as_colours_are_greys() {
        assertThat(Colours.in(filled(new Color(90, 95, 100), 0))).isFalse();
        assertThat(Colours.in(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY)))
                .isFalse();
    }

    @Test
    void a_picture_with_a_coloured_corner_is_coloured_and_one_with_a_stamp_is_not() {
        assertThat(Colours.in(filled(Color.GRAY, 10))).isTrue();
        assertThat(Colours.in(filled(Color.GRAY, 2))).isFalse();
    }

    /** 40 x 40 points of one colour, with a red square in the corner. */
    private static BufferedImage filled(Color colour, int side) {
        var image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 40; x++) {
                image.setRGB(x, y, (x < side && y < side ? Color.RED : colour).getRGB());
            }
        }
        return image;
    }
}
