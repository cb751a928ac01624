package io.polyphony.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.layer.Recurrent;
import io.polyphony.engine.program.ByHand;
import io.polyphony.engine.program.RecurrenceByHand;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class TextLstmTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new TextRecurrent(Recurrent.Kind.LSTM, 50, 6, 8, 5, true, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.TOKENS, BlockLayout.codes(6, 50));
        blocks.put(InputLayout.WEIGHTS, BlockLayout.dense(6));
        return new InputLayout("input", Modality.TEXT, blocks);
    }

    /** In both directions: the last state and the largest of every unit; padding is not read. */
    @Test
    void units_read_word_by_word_from_both_ends() {
        var said =
                SmallEncoder.text(9, 5, 3, 8, 0, 0).said(new TextRecurrent(Recurrent.Kind.LSTM, 9, 5, 4, 3, true, 0));
        var words = ByHand.members(4, said.known().number("input.words"));
        double[][] read = {words[5], words[3], words[8]};
        var recurrence = new RecurrenceByHand(said.known());
        var ahead = recurrence.lstm("input.states.ahead", false, read);
        var back = recurrence.lstm("input.states.back", true, read);
        assertThat(said.embedding())
                .containsExactly(
                        ByHand.joined(
                                RecurrenceByHand.lastAndLargest(ahead, 2), RecurrenceByHand.lastAndLargest(back, 0)),
                        within(1e-9));
    }
}
