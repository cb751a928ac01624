package io.polyphony.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.op.Pass;
import io.polyphony.engine.op.ScaleMembers;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Lesson;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every encoder must keep: finite embeddings of its input, one row's not touched by another's, gradients for all it learns. */
abstract class EncoderContract {
    private static final int ROWS = 3;

    abstract EncoderSpec encoder();

    abstract InputLayout layout();

    @Test
    void rows_are_embedded_each_for_itself() {
        try (var program = program(false)) {
            var before = embed(program, 1, false);
            var after = embed(program, 2, false);
            int width = before.length / ROWS;
            assertThat(before).doesNotContain(Double.NaN);
            assertThat(Arrays.copyOf(after, 2 * width)).containsExactly(Arrays.copyOf(before, 2 * width));
            assertThat(Arrays.copyOfRange(after, 2 * width, 3 * width))
                    .isNotEqualTo(Arrays.copyOfRange(before, 2 * width, 3 * width));
        }
    }

    @Test
    void everything_that_it_learns_gets_a_gradient() {
        try (var program = program(true)) {
            embed(program, 1, true);
            var upstream = program.outputGradient("embedding");
            upstream.write(
                    0, new SplittableRandom(3).doubles(upstream.size(), -1, 1).toArray(), upstream.size());
            program.backward();
            for (var slice : program.parameters().slices()) {
                var gradient = new double[slice.size()];
                var all = program.parameters().gradients().doubles();
                System.arraycopy(all, slice.offset(), gradient, 0, slice.size());
                assertThat(Arrays.stream(gradient).anyMatch(slope -> slope != 0))
                        .as(slice.name())
                        .isTrue();
            }
            for (var table : program.parameters().tables()) {
                assertThat(table.touchedCount()).as(table.name()).isPositive();
            }
        }
    }

    @Test
    void it_learns_to_tell_rows_apart() {
        var graph = new Graph(ROWS);
        graph.output("embedding", Linear.of(graph, "answer", encoder().build(graph, layout()), 2));
        try (var learning = Program.compile(graph, true, Device.cpu(), Precision.FLOAT)) {
            learning.initialize(new SplittableRandom(1));
            embed(learning, 1, true);
            assertThat(new Lesson(learning, List.of("embedding")).shareLeft(100))
                    .isLessThan(0.05);
        }
    }

    @Test
    void what_it_shows_in_pieces_is_of_its_own_row_and_masked_piece_by_piece() {
        var graph = new Graph(ROWS);
        var tokens = encoder() instanceof Sequenced sequenced
                ? sequenced.sequence(graph, layout()).tokens()
                : Tokens.one(graph, encoder().build(graph, layout()));
        assertThat(tokens.count() > 1).isEqualTo(encoder() instanceof Sequenced);
        assertThat(tokens.mask().shape()).isEqualTo(Shape.of(ROWS, tokens.count()));
        graph.output("embedding", graph.apply(new ScaleMembers(), tokens.vectors(), tokens.mask()));
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.FLOAT)) {
            program.initialize(new SplittableRandom(1));
            var before = embed(program, 1, false);
            var after = embed(program, 2, false);
            int row = before.length / ROWS;
            assertThat(before).doesNotContain(Double.NaN);
            assertThat(Arrays.copyOf(after, 2 * row)).containsExactly(Arrays.copyOf(before, 2 * row));
            assertThat(after).isNotEqualTo(before);
        }
    }

    @Test
    void its_features_are_of_its_modality() {
        assertThat(encoder().featurizer().modality()).isEqualTo(layout().modality());
    }

    private Program program(boolean differentiate) {
        var graph = new Graph(ROWS);
        graph.output("embedding", encoder().build(graph, layout()));
        var program = Program.compile(graph, differentiate, Device.cpu(), Precision.FLOAT);
        program.initialize(new SplittableRandom(1));
        return program;
    }

    /** The seed draws the last row only. */
    private double[] embed(Program program, long seed, boolean training) {
        layout().blocks().forEach((name, block) -> {
            var last = new SplittableRandom(seed);
            var others = new SplittableRandom(99);
            var rows = IntStream.range(0, ROWS * block.size())
                    .mapToDouble(i -> (i < (ROWS - 1) * block.size() ? others : last).nextDouble())
                    .toArray();
            if (block.codes()) {
                var codes = program.codes(layout().qualified(name));
                for (int i = 0; i < codes.length; i++) {
                    codes[i] = (int) (rows[i] * block.cardinalities()[i % block.size() % block.cardinalities().length]);
                }
            } else {
                program.input(layout().qualified(name)).write(0, rows, rows.length);
            }
        });
        program.forward(new Pass(training, new SplittableRandom(1)));
        return program.output("embedding").doubles();
    }
}
