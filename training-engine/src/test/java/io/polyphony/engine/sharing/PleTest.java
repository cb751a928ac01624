package io.polyphony.engine.sharing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.op.MaskedSoftmax;
import io.polyphony.engine.op.Pass;
import io.polyphony.engine.program.ByHand;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PleTest extends SharingContract {
    @Override
    SharingSpec sharing() {
        return new Ple(6, 2, 2, 0);
    }

    @Test
    void the_shares_of_every_gate_add_up_to_one() {
        var graph = graph(sharing(), TASKS);
        var gates = new ArrayList<Integer>();
        for (var node : graph.nodes()) {
            if (node instanceof Node.Result result && result.primitive() instanceof MaskedSoftmax) {
                graph.output("gate" + gates.size(), node);
                gates.add(node.shape().extent(1));
            }
        }
        // A task chooses among its own two experts and two shared ones, all together among all eight; once in all
        // layers but the last.
        assertThat(gates).containsExactlyInAnyOrder(4, 4, 4, 8, 4, 4, 4);
        try (var program = program(graph, Precision.DOUBLE)) {
            program.forward(new Pass(false, new SplittableRandom(1)));
            for (int gate = 0; gate < gates.size(); gate++) {
                var shares = program.output("gate" + gate).doubles();
                for (int row = 0; row < ROWS; row++) {
                    double sum = 0;
                    for (int i = 0; i < gates.get(gate); i++) {
                        sum += shares[row * gates.get(gate) + i];
                    }
                    assertThat(sum).isCloseTo(1, within(1e-12));
                }
            }
        }
    }

    @Test
    void a_tasks_own_experts_tell_the_other_tasks_nothing_in_a_single_layer() {
        try (var program = program(graph(new Ple(6, 1, 2, 0), TASKS), Precision.DOUBLE)) {
            var before = Numbers.answers(program, TASKS);
            var numbers = Numbers.of(program);
            numbers.named("sharing.head.layer0.own.yes.1.hidden0.bias")[0] += 1;
            numbers.writeTo(program);
            Numbers.answers(program, TASKS).forEach((task, actual) -> {
                if (task.equals("yes")) {
                    assertThat(actual).isNotEqualTo(before.get(task));
                } else {
                    assertThat(actual).containsExactly(before.get(task));
                }
            });
        }
    }

    @Test
    void in_a_second_layer_they_do_by_way_of_the_shared_experts() {
        try (var program = program(graph(sharing(), TASKS), Precision.DOUBLE)) {
            var before = Numbers.answers(program, TASKS);
            var numbers = Numbers.of(program);
            numbers.named("sharing.head.layer0.own.yes.1.hidden0.bias")[0] += 1;
            numbers.writeTo(program);
            Numbers.answers(program, TASKS)
                    .forEach((task, actual) -> assertThat(actual).isNotEqualTo(before.get(task)));
        }
    }

    /**
     * Tang (2020, equations 1 to 6): g^k(x) = w^k(x) S^k(x), w^k a softmax of W_g^k x, S^k a task's own experts and the shared ones;
     * the shared gate of a layer mixes all experts, and both are what the next layer's experts and gates read.
     */
    @Test
    void own_and_shared_experts_are_extracted_layer_by_layer() {
        try (var program = program(graph(sharing(), TASKS), Precision.DOUBLE)) {
            var known = ByHand.drawn(program);
            var answers = Numbers.answers(program, TASKS);
            var read = new LinkedHashMap<String, double[]>();
            TASKS.forEach(task -> read.put(task, fused(program)));
            var shared = extracted(known, "sharing.head.layer0.", read, fused(program), true);
            extracted(known, "sharing.head.layer1.", read, shared, false);
            read.forEach((task, x) -> assertThat(Arrays.copyOf(requireNonNull(answers.get(task)), 2))
                    .containsExactly(known.linear("head." + task, x), within(1e-9)));
        }
    }

    /** Replaces what tasks read by what they read next; the result is that of all together. */
    private static double[] extracted(
            ByHand known, String name, Map<String, double[]> read, double[] readByAll, boolean goesOn) {
        var ofAll = experts(known, name + "shared", readByAll);
        var everything = new ArrayList<double[]>();
        read.replaceAll((task, x) -> {
            var candidates = new ArrayList<>(experts(known, name + "own." + task + ".", x));
            everything.addAll(candidates);
            candidates.addAll(ofAll);
            return mixed(known, name + "gate." + task, x, candidates);
        });
        everything.addAll(ofAll);
        return goesOn ? mixed(known, name + "gate", readByAll, everything) : readByAll;
    }

    private static List<double[]> experts(ByHand known, String name, double[] x) {
        return IntStream.range(0, 2)
                .mapToObj(i -> ByHand.rectified(known.linear(name + i + ".hidden0", x)))
                .toList();
    }

    private static double[] mixed(ByHand known, String gate, double[] x, List<double[]> experts) {
        return ByHand.mixed(ByHand.softmax(known.linear(gate, x)), experts.toArray(double[][]::new));
    }
}
