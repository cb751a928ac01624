package io.polyphony.frontend.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class HeatTest {
    @Test
    void what_raises_is_orange_what_lowers_is_blue_and_nothing_is_clear() throws IOException {
        double[] shares = {2, -2, 0};
        var image = read(Heat.signed(3, 1, (x, y) -> shares[x]));
        assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(0xf08c00);
        assertThat(image.getRGB(1, 0) & 0xffffff).isEqualTo(0x2f6fed);
        assertThat(image.getRGB(0, 0) >>> 24)
                .isEqualTo(image.getRGB(1, 0) >>> 24)
                .isGreaterThan(150);
        assertThat(image.getRGB(2, 0) >>> 24).isZero();
    }

    @Test
    void the_stronger_a_share_the_less_one_sees_through() throws IOException {
        var image = read(Heat.signed(4, 1, (x, y) -> x));
        for (int x = 1; x < 4; x++) {
            assertThat(image.getRGB(x, 0) >>> 24).isGreaterThan(image.getRGB(x - 1, 0) >>> 24);
        }
    }

    @Test
    void grey_goes_from_the_least_to_the_largest_number() throws IOException {
        var image = read(Heat.grey(2, 2, (x, y) -> -5 + x + 2 * y));
        assertThat(image.getRaster().getSample(0, 0, 0)).isZero();
        assertThat(image.getRaster().getSample(1, 1, 0)).isEqualTo(255);
        assertThat(image.getRaster().getSample(1, 0, 0)).isEqualTo(85);
    }

    private static BufferedImage read(String png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
    }
}
