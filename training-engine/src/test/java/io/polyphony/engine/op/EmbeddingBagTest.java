package io.polyphony.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.tensor.EmbeddingTable;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The table is float by design, so the contract's doubles do not apply. The bag is linear in the table: a central
 * difference is exact for any step, and 1/8 is large enough for seven digits to do.
 */
class EmbeddingBagTest {
    private static final float STEP = 0.125f;
    private static final int[] CODES = {1, 2, 2, 0, 3, 0, 0, 0, 1, 4, 3, 2};
    private final EmbeddingTable table = new EmbeddingTable("words", 6, 3);

    @Test
    void backward_agrees_with_central_differences() {
        for (boolean zeroCounts : List.of(true, false)) {
            var site = site(new EmbeddingBag(0, 4, zeroCounts));
            var work = new EmbeddingBag(0, 4, zeroCounts).bind(site);
            work.forward(pass());
            table.clearGradient();
            work.backward();
            for (int i = 0; i < table.values().length; i++) {
                assertThat(gradient(i)).as("table[%d]", i).isCloseTo(slope(site, work, i), within(1e-5));
            }
        }
    }

    @Test
    void only_rows_that_were_read_are_touched() {
        var work = new EmbeddingBag(0, 4, false).bind(site(new EmbeddingBag(0, 4, false)));
        work.forward(pass());
        table.clearGradient();
        work.backward();
        assertThat(table.touchedCount()).isEqualTo(4);
    }

    @Test
    void a_row_of_padding_is_zero() {
        var bag = new EmbeddingBag(0, 4, false);
        var site = site(bag);
        Arrays.fill(site.codes, 4, 8, 0);
        bag.bind(site).forward(pass());
        assertThat(Arrays.copyOfRange(site.output.doubles(), 3, 6)).containsOnly(0);
    }

    @Test
    void reads_one_column_of_several() {
        var bag = new EmbeddingBag(1, 1, true);
        var site = site(bag);
        var weights = new double[CODES.length];
        Arrays.fill(weights, 1);
        site.inputs.get(2).write(0, weights, weights.length);
        bag.bind(site).forward(pass());
        for (int j = 0; j < 3; j++) {
            assertThat(site.output.doubles()[j]).isEqualTo(table.values()[2 * 3 + j]);
        }
    }

    @Test
    void its_onnx_twin_says_the_same() {
        for (var bag :
                List.of(new EmbeddingBag(0, 4, true), new EmbeddingBag(0, 4, false), new EmbeddingBag(1, 2, false))) {
            var site = site(bag);
            bag.bind(site).forward(pass());
            TwinCheck.agrees(bag, site, Set.of(0), Set.of(1));
        }
    }

    private DirtySite site(EmbeddingBag bag) {
        var shapes = List.of(Shape.of(3, 4), Shape.of(6, 3), Shape.of(3, 4));
        var site = new DirtySite(bag, new Facts(Precision.FLOAT, shapes, List.of(false, true, false)));
        var random = new SplittableRandom(3);
        site.codes = CODES.clone();
        site.table = table;
        for (int i = 0; i < table.values().length; i++) {
            table.values()[i] = (float) random.nextGaussian();
        }
        site.inputs.get(2).write(0, random.doubles(12, 0.1, 1).toArray(), 12);
        site.outputGradient.write(0, random.doubles(9, -1, 1).toArray(), 9);
        return site;
    }

    private double gradient(int at) {
        for (int i = 0; i < table.touchedCount(); i++) {
            if (table.touchedRow(i) == at / 3) {
                return table.gradient()[i * 3 + at % 3];
            }
        }
        return 0;
    }

    private double slope(DirtySite site, Work work, int at) {
        float original = table.values()[at];
        table.values()[at] = original + STEP;
        double high = loss(site, work);
        table.values()[at] = original - STEP;
        double low = loss(site, work);
        table.values()[at] = original;
        return (high - low) / (2 * STEP);
    }

    private static double loss(DirtySite site, Work work) {
        work.forward(pass());
        double loss = 0;
        for (int i = 0; i < site.output.size(); i++) {
            loss += site.output.doubles()[i] * site.outputGradient.doubles()[i];
        }
        return loss;
    }

    private static Pass pass() {
        return new Pass(true, new SplittableRandom(1));
    }
}
