package io.polyphony.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.program.ByHand;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTcnTest extends EncoderContract {
    private static final int WIDTH = 8;

    @Override
    EncoderSpec encoder() {
        return new SeriesTcn(32, 8, 3, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.SERIES, BlockLayout.dense(32, 2));
        blocks.put(InputLayout.WEIGHTS, BlockLayout.dense(32));
        return new InputLayout("input", Modality.SERIES, blocks);
    }

    /**
     * Bai (2018, equation 2 and section 3.3): F(t) = sum over i of f(i) x(t - d i) with d = 2^layer, beside a shortcut; here one
     * convolution a layer, looking to both sides, and group normalisation for weight normalisation.
     */
    @Test
    void gaps_double_from_layer_to_layer() {
        var random = new SplittableRandom(5);
        var steps = IntStream.range(0, 16)
                .mapToObj(_ -> random.doubles(2, -1, 1).toArray())
                .toArray(double[][]::new);
        var said = SmallEncoder.series(10, steps).said(new SeriesTcn(16, WIDTH, 3, 0));
        var known = said.known();
        var features = known.linear("input.stem", steps);
        for (int block = 0; block < 3; block++) {
            var name = "input.block" + block;
            var bent = Arrays.stream(known.groups(name, gapped(known, name, features, 1 << block), 4))
                    .map(ByHand::rectified)
                    .toArray(double[][]::new);
            features = ByHand.plus(features, bent);
        }
        var there = Arrays.copyOf(features, 10);
        assertThat(said.embedding())
                .containsExactly(ByHand.joined(ByHand.mean(there), ByHand.largest(there)), within(1e-9));
    }

    private static double[][] gapped(ByHand known, String name, double[][] x, int gap) {
        var sums = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            sums[t] = known.number(name + ".bias");
            for (int i = -1; i <= 1; i++) {
                int from = t + i * gap;
                if (from >= 0 && from < x.length) {
                    var weight = known.part(name + ".weight", (i + 1) * WIDTH * WIDTH, WIDTH * WIDTH);
                    sums[t] = ByHand.plus(sums[t], ByHand.times(weight, x[from]));
                }
            }
        }
        return sums;
    }
}
