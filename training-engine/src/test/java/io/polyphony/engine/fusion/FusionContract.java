package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.head.TaskHeads;
import io.polyphony.engine.op.Pass;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Lesson;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.program.Slopes;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every fusion must keep: missing inputs take no part, present ones do, and every task gets its answer. */
abstract class FusionContract {
    private static final int ROWS = 4;
    private final Program program = program(ROWS, false);

    abstract FusionSpec fusion();

    @Test
    void it_learns_to_tell_rows_apart() {
        try (var learning = program(8, true)) {
            fill(learning, "a", 9);
            fill(learning, "b", 1);
            fill(learning, "c", 8);
            var presence = new double[8 * 3];
            for (int i = 0; i < presence.length; i++) {
                presence[i] = i % 3 == i / 3 ? 0 : 1; // The first three rows lack one input each.
            }
            learning.input("presence").write(0, presence, presence.length);
            assertThat(new Lesson(learning, List.of("yes", "kind")).shareLeft(200))
                    .isLessThan(0.1);
        }
    }

    @Test
    void the_gradient_of_the_whole_is_its_slope() {
        try (var exact = program(ROWS, true, Precision.DOUBLE)) {
            fill(exact, "a", 9);
            fill(exact, "b", 1);
            fill(exact, "c", 8);
            var presence = new double[] {1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0};
            exact.input("presence").write(0, presence, presence.length);
            Slopes.check(exact, List.of("yes", "kind"));
        }
    }

    private Program program(int rows, boolean differentiate) {
        return program(rows, differentiate, Precision.FLOAT);
    }

    private Program program(int rows, boolean differentiate, Precision precision) {
        var graph = new Graph(rows);
        var presence = graph.input("presence", 3);
        var embeddings = List.of(graph.input("a", 5), graph.input("b", 2), graph.input("c", 7));
        var heads = new TaskHeads(graph, new HeadSpec(0, 0), Map.of("yes", 1, "kind", 3));
        fusion().outputs(new Joint(graph, embeddings, presence), heads).forEach(graph::output);
        var made = Program.compile(graph, differentiate, Device.cpu(), precision);
        made.initialize(new SplittableRandom(1));
        return made;
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void what_is_missing_takes_no_part() {
        var before = answers(1, 1, 0, 1);
        assertThat(answers(2, 1, 0, 1)).containsExactly(before, within(1e-6));
    }

    @Test
    void what_is_present_takes_part() {
        assertThat(answers(2, 1, 1, 1)).isNotEqualTo(answers(1, 1, 1, 1));
        assertThat(answers(1, 1, 1, 0)).isNotEqualTo(answers(1, 1, 1, 1));
    }

    @Test
    void a_row_without_any_input_still_gets_a_finite_answer() {
        assertThat(Arrays.stream(answers(1, 0, 0, 0))).allMatch(Double::isFinite);
    }

    /** All answers of all tasks; the seed draws the second input only. */
    private double[] answers(long seed, double... present) {
        fill(program, "a", 9);
        fill(program, "b", seed);
        fill(program, "c", 8);
        var presence = new double[ROWS * 3];
        for (int i = 0; i < presence.length; i++) {
            presence[i] = present[i % 3];
        }
        program.input("presence").write(0, presence, presence.length);
        program.forward(new Pass(false, new SplittableRandom(1)));
        var yes = program.output("yes").doubles();
        var kind = program.output("kind").doubles();
        var all = new double[yes.length + kind.length];
        System.arraycopy(yes, 0, all, 0, yes.length);
        System.arraycopy(kind, 0, all, yes.length, kind.length);
        return all;
    }

    private static void fill(Program program, String input, long seed) {
        var tensor = program.input(input);
        tensor.write(0, new SplittableRandom(seed).doubles(tensor.size(), -1, 1).toArray(), tensor.size());
    }
}
