package io.polyphony.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.program.ByHand;
import io.polyphony.engine.program.PicturesByHand;
import io.polyphony.engine.program.RecurrenceByHand;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AudioCrnnTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new AudioCrnn(16, 24, 8000, 8, 2, 5, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.MEL, BlockLayout.dense(24, 16, 1));
        return new InputLayout("input", Modality.AUDIO, blocks);
    }

    /**
     * Choi (2017), Cakir (2017): convolution blocks over bands and frames, what they find of all bands of a frame stacked, and gated
     * recurrent units over frames; here in both directions.
     */
    @Test
    void recurrent_units_read_frame_by_frame_what_convolutions_find() {
        var mel = new SplittableRandom(5).doubles(12 * 8, -1, 1).toArray();
        var said = new SmallEncoder(Modality.AUDIO)
                .with(InputLayout.MEL, BlockLayout.dense(12, 8, 1), mel)
                .said(new AudioCrnn(8, 12, 8000, 4, 2, 3, 0));
        var pictures = new PicturesByHand(said.known());
        var map = PicturesByHand.picture(8, 1, mel);
        for (int block = 0; block < 2; block++) {
            var name = "input.block" + block;
            map = PicturesByHand.rectified(
                    pictures.groups(name, PicturesByHand.pooled(pictures.convolved(name, map, 3, 3, 1)), 4));
        }
        var frames = Arrays.stream(map).map(ByHand::joined).toArray(double[][]::new);
        assertThat(frames).hasDimensions(3, 16);
        var recurrence = new RecurrenceByHand(said.known());
        var ahead = recurrence.gru("input.states.ahead", false, frames);
        var back = recurrence.gru("input.states.back", true, frames);
        assertThat(said.embedding())
                .containsExactly(
                        ByHand.joined(
                                ByHand.mean(ahead), ByHand.largest(ahead), ByHand.mean(back), ByHand.largest(back)),
                        within(1e-9));
    }
}
