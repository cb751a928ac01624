package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.fusion.Late;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.NetworkInputs;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.network.Variation;
import io.polyphony.engine.op.Pass;
import io.polyphony.engine.program.Backward;
import io.polyphony.engine.program.Parameters;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On a network of all modalities: the parts are the whole, and tables are told apart from the rest. */
class TaskGradientsTest {
    private static final int BATCH = 20;
    private static final String[] TASKS = {"instrument", "loud", "pitch"};
    private static final boolean[] ALL = {true, true, true};
    private final Orchestra orchestra = new Orchestra();

    static FusionSpec[] fusions() {
        return new FusionSpec[] {new Concatenation(16, 1, 0.2, 0), new Late(16, 0.2, 0)};
    }

    @ParameterizedTest
    @MethodSource("fusions")
    void the_tasks_gradients_add_up_to_the_gradient_of_all(FusionSpec fusion) {
        try (var program = program(fusion)) {
            send(program, ALL);
            program.backward();
            var dense = program.parameters().gradients().floats();
            var tables = tables(program);
            var gradients = each(program);
            gradients.combine(new double[] {1, 1, 1}, ALL);
            assertThat(program.parameters().gradients().floats()).containsExactly(dense, roundingOf(dense));
            assertThat(tables(program)).containsExactly(tables, roundingOf(tables));
        }
    }

    @ParameterizedTest
    @MethodSource("fusions")
    void one_forward_run_serves_many_backward_runs(FusionSpec fusion) {
        try (var program = program(fusion)) {
            send(program, new boolean[] {false, true, false});
            program.backward();
            var first = program.parameters().gradients().floats();
            var tables = tables(program);
            each(program);
            send(program, new boolean[] {false, true, false});
            program.backward();
            assertThat(program.parameters().gradients().floats()).containsExactly(first);
            assertThat(tables(program)).containsExactly(tables);
        }
    }

    @ParameterizedTest
    @MethodSource("fusions")
    void the_gram_matrix_is_that_of_shared_parameters(FusionSpec fusion) {
        try (var program = program(fusion)) {
            var gram = each(program).gram();
            var alone = new double[TASKS.length][];
            for (int task = 0; task < TASKS.length; task++) {
                send(program, only(task));
                program.backward();
                alone[task] = shared(program);
            }
            for (int i = 0; i < TASKS.length; i++) {
                for (int j = 0; j < TASKS.length; j++) {
                    double expected = 0;
                    for (int k = 0; k < alone[i].length; k++) {
                        expected += alone[i][k] * alone[j][k];
                    }
                    assertThat(gram[i][j]).isCloseTo(expected, within(1e-6 + 1e-5 * Math.abs(expected)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fusions")
    void heads_follow_their_own_task_whatever_the_coefficients(FusionSpec fusion) {
        try (var program = program(fusion)) {
            var gradients = each(program);
            gradients.combine(new double[] {1, 1, 1}, ALL);
            var plain = program.parameters().gradients().floats();
            gradients.combine(new double[] {0, 0, 0}, ALL);
            var none = program.parameters().gradients().floats();
            for (var slice : program.parameters().slices()) {
                boolean head = IntStream.range(0, TASKS.length)
                        .anyMatch(t -> slice.name().contains("." + TASKS[t]));
                for (int i = slice.offset(); i < slice.offset() + slice.size(); i++) {
                    assertThat(none[i]).as(slice.name()).isEqualTo(head ? plain[i] : 0);
                }
            }
            assertThat(tables(program)).containsOnly(0f);
        }
    }

    /** Without the first task's gradient, which is taken as one that belongs to no task. */
    @Test
    void what_belongs_to_no_task_is_added_as_it_is() {
        try (var program = program(new Concatenation(16, 1, 0.2, 0))) {
            send(program, ALL);
            program.backward();
            var dense = program.parameters().gradients().floats();
            var tables = tables(program);
            var gradients = new TaskGradients(program, TASKS.length, true);
            gradients.clear();
            for (int task = 1; task < TASKS.length; task++) {
                send(program, only(task));
                program.backward();
                gradients.take(task, 0);
            }
            send(program, only(0));
            program.backward();
            gradients.takeRest();
            gradients.combine(new double[] {7, 1, 1}, new boolean[] {false, true, true});
            assertThat(program.parameters().gradients().floats()).containsExactly(dense, roundingOf(dense));
            assertThat(tables(program)).containsExactly(tables, roundingOf(tables));
        }
    }

    /** Processors add up in orders of their own: what cancels out keeps the rounding of what it is made of. */
    private static Offset<Float> roundingOf(float[] gradients) {
        float largest = 1;
        for (float gradient : gradients) {
            largest = Math.max(largest, Math.abs(gradient));
        }
        return within(1e-4f * largest);
    }

    private TaskGradients each(Program program) {
        var gradients = new TaskGradients(program, TASKS.length, false);
        gradients.clear();
        for (int task = 0; task < TASKS.length; task++) {
            send(program, only(task));
            program.backward();
            gradients.take(task, 0);
        }
        return gradients;
    }

    private static boolean[] only(int task) {
        var only = new boolean[TASKS.length];
        only[task] = true;
        return only;
    }

    /** A random but fixed gradient for each of these tasks' outputs. */
    private static void send(Program program, boolean[] tasks) {
        for (int task = 0; task < TASKS.length; task++) {
            var random = new SplittableRandom(task);
            var target = program.outputGradient(TASKS[task]);
            var gradient = new float[target.size()];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = tasks[task] ? (float) random.nextGaussian() : 0;
            }
            target.write(0, gradient, 0, gradient.length);
        }
    }

    /** Every table's gradient, all rows. */
    private static float[] tables(Program program) {
        int size = program.parameters().tables().stream()
                .mapToInt(table -> table.values().length)
                .sum();
        var all = new float[size];
        int from = 0;
        for (var table : program.parameters().tables()) {
            for (int i = 0; i < table.touchedCount(); i++) {
                System.arraycopy(
                        table.gradient(),
                        i * table.width(),
                        all,
                        from + table.touchedRow(i) * table.width(),
                        table.width());
            }
            from += table.values().length;
        }
        return all;
    }

    private static double[] shared(Program program) {
        var dense = program.parameters().gradients().floats();
        var slices = program.parameters().slices().stream()
                .filter(slice -> IntStream.range(0, TASKS.length)
                        .noneMatch(t -> slice.name().contains("." + TASKS[t])))
                .toList();
        var tables = tables(program);
        var all = new double[slices.stream().mapToInt(Parameters.Slice::size).sum() + tables.length];
        int at = 0;
        for (var slice : slices) {
            for (int i = 0; i < slice.size(); i++) {
                all[at++] = dense[slice.offset() + i];
            }
        }
        for (float value : tables) {
            all[at++] = value;
        }
        return all;
    }

    private Program program(FusionSpec fusion) {
        var network = orchestra.network(fusion, Orchestra.everything());
        var preprocessor = orchestra.fit(network);
        var widths = TaskWidths.of(network, preprocessor);
        var graph = NetworkGraph.of(network, preprocessor.layouts(), widths, BATCH);
        var program = Program.compile(graph, Backward.REPEATEDLY, Device.cpu(), Precision.FLOAT);
        program.initialize(new SplittableRandom(3));
        var rows =
                preprocessor.encode(orchestra.table, IntStream.range(0, BATCH).toArray());
        new NetworkInputs(network, preprocessor.layouts(), program, BATCH, Variation.NONE)
                .fill(rows.inputs(), IntStream.range(0, BATCH).toArray(), new SplittableRandom(1));
        program.forward(new Pass(true, new SplittableRandom(2)));
        assertThat(requireNonNull(program.output("pitch")).doubles()).doesNotContain(Double.NaN);
        return program;
    }
}
