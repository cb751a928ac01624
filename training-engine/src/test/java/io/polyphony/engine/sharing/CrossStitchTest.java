package io.polyphony.engine.sharing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.head.TaskHeads;
import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.program.ByHand;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Precision;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrossStitchTest extends SharingContract {
    private static final int WIDTH = 6;
    private static final int DEPTH = 2;

    @Override
    SharingSpec sharing() {
        return new CrossStitch(WIDTH, DEPTH, 0);
    }

    @Test
    void units_that_keep_all_and_take_nothing_are_separate_trunks() {
        try (var stitched = program(graph(sharing(), TASKS), Precision.DOUBLE);
                var separate = program(separateTrunks(), Precision.DOUBLE)) {
            var numbers = stitches(stitched, 1, 0);
            numbers.writeTo(stitched);
            numbers.writeTo(separate);
            var expected = Numbers.answers(separate, TASKS);
            Numbers.answers(stitched, TASKS)
                    .forEach((task, actual) -> assertThat(actual).containsExactly(expected.get(task), within(1e-12)));
        }
    }

    @Test
    void units_begin_at_nine_tenths_of_a_tasks_own() {
        try (var program = program(graph(sharing(), TASKS), Precision.DOUBLE)) {
            var numbers = Numbers.of(program);
            assertThat(numbers.named("sharing.head.layer1.kind.kept")).hasSize(WIDTH);
            assertThat(Arrays.stream(numbers.named("sharing.head.layer1.kind.kept")))
                    .allMatch(share -> Math.abs(share - 0.9) < 1e-6);
            assertThat(numbers.named("sharing.head.layer1.kind.taken")).hasSize(2 * WIDTH);
            assertThat(Arrays.stream(numbers.named("sharing.head.layer1.kind.taken")))
                    .allMatch(share -> Math.abs(share - 0.05) < 1e-6);
        }
    }

    @Test
    void a_task_that_takes_everything_from_the_others_forgets_its_own_column() {
        try (var program = program(graph(new CrossStitch(WIDTH, 1, 0), TASKS), Precision.DOUBLE)) {
            var numbers = stitches(program, 0, 1);
            numbers.writeTo(program);
            var before = Numbers.answers(program, TASKS);
            numbers.named("sharing.head.layer0.yes.hidden0.bias")[0] += 1;
            numbers.writeTo(program);
            var after = Numbers.answers(program, TASKS);
            assertThat(after.get("yes")).containsExactly(before.get("yes"));
            assertThat(after.get("kind")).isNotEqualTo(before.get("kind"));
        }
    }

    private static Numbers stitches(Program program, double kept, double taken) {
        var numbers = Numbers.of(program);
        numbers.values().forEach((name, values) -> {
            if (name.endsWith(".kept")) {
                Arrays.fill(values, kept);
            } else if (name.endsWith(".taken")) {
                Arrays.fill(values, taken);
            }
        });
        return numbers;
    }

    private static Graph separateTrunks() {
        var graph = new Graph(ROWS);
        var fused = graph.input("fused", FUSED);
        var widths = new LinkedHashMap<String, Integer>();
        TASKS.forEach(task -> widths.put(task, 2));
        var heads = new TaskHeads(graph, new HeadSpec(0, 0), widths);
        for (var task : TASKS) {
            var trunk = fused;
            for (int layer = 0; layer < DEPTH; layer++) {
                trunk = Perceptron.of(graph, "sharing.head.layer" + layer + "." + task, trunk, WIDTH, 1, 0);
            }
            graph.output(task, heads.on("head", task, trunk));
        }
        return graph;
    }

    /** Misra (2016, equation 1): x_A' = a_AA x_A + a_AB x_B, here of each unit by itself, after every layer. */
    @Test
    void units_mix_what_all_columns_found() {
        try (var program = program(graph(sharing(), TASKS), Precision.DOUBLE)) {
            var known = ByHand.drawn(program);
            var answers = Numbers.answers(program, TASKS);
            var columns = new LinkedHashMap<String, double[]>();
            TASKS.forEach(task -> columns.put(task, fused(program)));
            for (int layer = 0; layer < DEPTH; layer++) {
                var name = "sharing.head.layer" + layer + ".";
                columns.replaceAll((task, x) -> ByHand.rectified(known.linear(name + task + ".hidden0", x)));
                var found = Map.copyOf(columns);
                columns.replaceAll((task, _) -> stitched(known, name + task, task, found));
            }
            columns.forEach((task, x) -> assertThat(Arrays.copyOf(requireNonNull(answers.get(task)), 2))
                    .containsExactly(known.linear("head." + task, x), within(1e-9)));
        }
    }

    private static double[] stitched(ByHand known, String name, String own, Map<String, double[]> found) {
        var kept = known.number(name + ".kept");
        var x = requireNonNull(found.get(own));
        var sum = ByHand.each(WIDTH, i -> kept[i] * x[i]);
        int other = 0;
        for (var task : TASKS) {
            if (!task.equals(own)) {
                var taken = known.part(name + ".taken", other++ * WIDTH, WIDTH);
                var y = requireNonNull(found.get(task));
                sum = ByHand.plus(sum, ByHand.each(WIDTH, i -> taken[i] * y[i]));
            }
        }
        return sum;
    }
}
