package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
    /** The fifteen hypotheses about thrombolysis of Benjamini and Hochberg (1995, section 4.1), in another order. */
    private static final double[] PAPER = {
        0.6528, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.7590,
        1.0000
    };

    /** They reject the four least at 0.05, where Bonferroni would reject three. */
    @Test
    void the_paper_s_example() {
        assertThat(rejected(PAPER, 0.05)).containsExactly(1, 2, 3, 4);
    }

    /** The largest that lies below its line takes all smaller ones along. */
    @Test
    void it_steps_up() {
        assertThat(rejected(new double[] {0.04, 0.045, 0.05}, 0.05)).containsExactly(0, 1, 2);
        assertThat(rejected(new double[] {0.04, 0.045, 0.06}, 0.05)).isEmpty();
        assertThat(rejected(new double[0], 0.05)).isEmpty();
    }

    private static int[] rejected(double[] p, double rate) {
        var rejected = FalseDiscovery.rejected(p, rate);
        var places = new int[p.length];
        Arrays.setAll(places, i -> rejected[i] ? i : -1);
        return Arrays.stream(places).filter(i -> i >= 0).toArray();
    }
}
