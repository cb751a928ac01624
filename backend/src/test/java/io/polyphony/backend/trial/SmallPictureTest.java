package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.backend.dataset.media.Samples;
import java.awt.Color;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallPictureTest {
    /** What is drawn on it lies where it lies on the whole, though that was never whole in memory. */
    @ParameterizedTest
    @CsvSource({"5000,2500,256,128", "1200,2400,128,256", "300,150,256,128", "100,50,100,50"})
    void its_scale_is_that_of_the_whole_picture(int width, int height, int wide, int tall) {
        var small =
                SmallPicture.of(Samples.image("png", width, height, Color.RED)).orElseThrow();
        assertThat(small.image().getWidth()).isEqualTo(wide);
        assertThat(small.image().getHeight()).isEqualTo(tall);
        assertThat(small.scale() * width).isCloseTo(wide, within(0.01));
        assertThat(new Color(small.image().getRGB(wide / 2, tall / 2))).isEqualTo(Color.RED);
    }

    @Test
    void what_cannot_be_shown_is_not() {
        var cut = Arrays.copyOf(Samples.image("jpg", 300, 300, Color.RED), 900);
        assertThat(SmallPicture.of(cut)).isEmpty();
        assertThat(SmallPicture.of(new byte[] {1, 2, 3})).isEmpty();
    }
}
