package io.polyphony.engine.encoder;

import static java.util.Objects.requireNonNull;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.op.Pass;
import io.polyphony.engine.program.ByHand;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** An encoder and one row, so that a test can do the same by hand. */
final class SmallEncoder {
    static final String NAME = "input";

    private final Modality modality;
    private final Map<String, BlockLayout> blocks = new LinkedHashMap<>();
    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final Map<String, int[]> codes = new LinkedHashMap<>();

    SmallEncoder(Modality modality) {
        this.modality = modality;
    }

    /**
     * What a program says and what it has learned.
     *
     * @param embedding of the row
     * @param known everything that it learned, drawn at random
     */
    record Said(double[] embedding, ByHand known) {}

    SmallEncoder with(String block, BlockLayout layout, double... row) {
        blocks.put(block, layout);
        numbers.put(block, row);
        return this;
    }

    SmallEncoder with(String block, BlockLayout layout, int[] row) {
        blocks.put(block, layout);
        codes.put(block, row);
        return this;
    }

    /** Text of so many words, the last ones being padding (0), all others of the same weight. */
    static SmallEncoder text(int vocabulary, int... words) {
        long there = Arrays.stream(words).filter(word -> word > 0).count();
        return new SmallEncoder(Modality.TEXT)
                .with(InputLayout.TOKENS, BlockLayout.codes(words.length, vocabulary), words)
                .with(
                        InputLayout.WEIGHTS,
                        BlockLayout.dense(words.length),
                        ByHand.each(words.length, i -> words[i] > 0 ? 1.0 / there : 0));
    }

    /** A series [steps][channels] of which only the first steps are there. */
    static SmallEncoder series(int there, double[]... steps) {
        return new SmallEncoder(Modality.SERIES)
                .with(InputLayout.SERIES, BlockLayout.dense(steps.length, steps[0].length), ByHand.joined(steps))
                .with(
                        InputLayout.WEIGHTS,
                        BlockLayout.dense(steps.length),
                        ByHand.each(steps.length, i -> i < there ? 1.0 / there : 0));
    }

    Said said(EncoderSpec encoder) {
        var layout = new InputLayout(NAME, modality, blocks);
        var graph = new Graph(1);
        graph.output("embedding", encoder.build(graph, layout));
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.DOUBLE)) {
            var known = ByHand.drawn(program);
            numbers.forEach((block, row) -> {
                if (program.reads(layout.qualified(block))) {
                    program.input(layout.qualified(block)).write(0, row, row.length);
                }
            });
            codes.forEach((block, row) ->
                    System.arraycopy(row, 0, requireNonNull(program.codes(layout.qualified(block))), 0, row.length));
            program.forward(new Pass(false, new SplittableRandom(1)));
            return new Said(program.output("embedding").doubles(), known);
        }
    }
}
