package io.polyphony.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.program.ByHand;
import io.polyphony.engine.program.PicturesByHand;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ImageResNetTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new ImageResNet(20, 3, 8, 1, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.PIXELS, BlockLayout.dense(20, 20, 3));
        return new InputLayout("input", Modality.IMAGE, blocks);
    }

    /** He (2016, figure 5 left and table 1): a stem, then stages of blocks y = max(0, F(x) + x), each but the first at half the size. */
    @Test
    void blocks_add_to_what_they_read() {
        var pixels = new SplittableRandom(5).doubles(10 * 10 * 3, -1, 1).toArray();
        var small = new SmallEncoder(Modality.IMAGE).with(InputLayout.PIXELS, BlockLayout.dense(10, 10, 3), pixels);
        var mean = small.said(new ImageResNet(10, 3, 8, 1, 0));
        assertThat(mean.embedding()).containsExactly(ByHand.mean(cells(mean, pixels)), within(1e-9));
        var grid = small.said(new ImageResNet(10, 3, 8, 1, 0, Light.ABSOLUTE, 1, ReadOut.GRID));
        assertThat(grid.embedding())
                .containsExactly(
                        Arrays.stream(cells(grid, pixels))
                                .flatMapToDouble(Arrays::stream)
                                .toArray(),
                        within(1e-9));
    }

    /** The last map, 2 x 2 cells. */
    private static double[][] cells(SmallEncoder.Said said, double... pixels) {
        var pictures = new PicturesByHand(said.known());
        var map = PicturesByHand.rectified(pictures.groups(
                "input.stem", pictures.convolved("input.stem", PicturesByHand.picture(10, 3, pixels), 3, 3, 1), 8));
        for (int stage = 0; stage < 4; stage++) {
            map = pictures.residual("input.stage" + stage + ".0", map, 3, stage == 0 ? 1 : 2, stage == 0);
        }
        var cells = Arrays.stream(map).flatMap(Arrays::stream).toArray(double[][]::new);
        assertThat(cells).hasDimensions(4, 64);
        return cells;
    }
}
