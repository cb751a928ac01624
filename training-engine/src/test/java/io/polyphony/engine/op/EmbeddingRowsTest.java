package io.polyphony.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.tensor.EmbeddingTable;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The table is float by design, so the contract's doubles do not apply; what is looked up is exact. */
class EmbeddingRowsTest {
    private final EmbeddingTable table = new EmbeddingTable("words", 5, 3);
    private final DirtySite site = site();
    private final Work work = new EmbeddingRows().bind(site);

    @Test
    void every_code_gives_its_row_padding_and_dropped_tokens_give_zeros() {
        work.forward(pass());
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 3; j++) {
                boolean there = site.codes[i] != 0 && i != 2;
                assertThat(site.output.doubles()[3 * i + j])
                        .isEqualTo(there ? table.values()[3 * site.codes[i] + j] : 0);
            }
        }
    }

    @Test
    void gradients_of_a_code_add_up_and_no_other_row_is_touched() {
        work.forward(pass());
        table.clearGradient();
        work.backward();
        assertThat(table.touchedCount()).isEqualTo(3);
        var upstream = site.outputGradient.doubles();
        assertThat(table.gradient()[table.gradientAt(3)])
                .isCloseTo((float) (upstream[3 * 1] + upstream[3 * 5]), within(1e-6f));
        assertThat(table.touchedCount()).isEqualTo(3);
    }

    @Test
    void its_onnx_twin_says_the_same() {
        work.forward(pass());
        TwinCheck.agrees(new EmbeddingRows(), site, Set.of(0), Set.of(1));
    }

    private DirtySite site() {
        var shapes = List.of(Shape.of(2, 4), Shape.of(5, 3), Shape.of(2, 4));
        var made = new DirtySite(new EmbeddingRows(), new Facts(Precision.FLOAT, shapes, List.of(false, true, false)));
        var random = new SplittableRandom(3);
        made.codes = new int[] {1, 3, 2, 0, 4, 3, 0, 1};
        made.table = table;
        for (int i = 0; i < table.values().length; i++) {
            table.values()[i] = (float) random.nextGaussian();
        }
        made.inputs.get(2).write(0, new double[] {0.5, 0.5, 0, 1, 1, 1, 1, 1}, 8);
        made.outputGradient.write(0, random.doubles(24, -1, 1).toArray(), 24);
        return made;
    }

    private static Pass pass() {
        return new Pass(true, new SplittableRandom(1));
    }
}
