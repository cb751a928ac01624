package io.polyphony.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.program.ByHand;
import io.polyphony.engine.program.PicturesByHand;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesResNetTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new SeriesResNet(32, 8, 1, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.SERIES, BlockLayout.dense(32, 2));
        blocks.put(InputLayout.WEIGHTS, BlockLayout.dense(32));
        return new InputLayout("input", Modality.SERIES, blocks);
    }

    /** Wang (2017, section 2.3): the residual network along time; here the largest of every channel stands beside its mean. */
    @Test
    void blocks_along_time_add_to_what_they_read() {
        var random = new SplittableRandom(5);
        var steps = IntStream.range(0, 16)
                .mapToObj(_ -> random.doubles(2, -1, 1).toArray())
                .toArray(double[][]::new);
        var said = SmallEncoder.series(16, steps).said(new SeriesResNet(16, 8, 1, 0));
        var pictures = new PicturesByHand(said.known());
        double[][][] line = {steps};
        var map = PicturesByHand.rectified(
                pictures.groups("input.stem", pictures.convolved("input.stem", line, 1, 3, 1), 8));
        for (int stage = 0; stage < 3; stage++) {
            map = pictures.residual("input.stage" + stage + ".0", map, 1, stage == 0 ? 1 : 2, stage == 0);
        }
        assertThat(map[0]).hasDimensions(4, 32);
        assertThat(said.embedding())
                .containsExactly(ByHand.joined(ByHand.mean(map[0]), ByHand.largest(map[0])), within(1e-9));
    }
}
