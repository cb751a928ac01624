package io.polyphony.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Learnables;
import io.polyphony.engine.program.Program;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesMeansTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new SeriesMeans(16, 0.1);
    }

    /** Means of many steps would lie close together. */
    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.SERIES, BlockLayout.dense(4, 6));
        blocks.put(InputLayout.WEIGHTS, BlockLayout.dense(4));
        return new InputLayout("input", Modality.SERIES, blocks);
    }

    /** It learns nothing. */
    @Test
    @Override
    void everything_that_it_learns_gets_a_gradient() {
        var graph = new Graph(3);
        graph.output("embedding", encoder().build(graph, layout()));
        assertThat(Program.learnables(graph)).isEqualTo(new Learnables(List.of(), List.of()));
    }
}
