package io.polyphony.engine.sharing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.head.TaskHeads;
import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.program.ByHand;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.tensor.Precision;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MmoeTest extends SharingContract {
    @Override
    SharingSpec sharing() {
        return new Mmoe(8, 3, 0);
    }

    @Test
    void one_expert_is_hard_sharing_of_that_expert() {
        var mixture = graph(new Mmoe(8, 1, 0), TASKS);
        var graph = new Graph(ROWS);
        var widths = new LinkedHashMap<String, Integer>();
        TASKS.forEach(task -> widths.put(task, 2));
        var expert = Perceptron.of(graph, "sharing.head.expert0", graph.input("fused", FUSED), 8, 1, 0);
        new TaskHeads(graph, new HeadSpec(0, 0), widths).on("head", expert).forEach(graph::output);
        try (var one = program(mixture, Precision.DOUBLE);
                var hard = program(graph, Precision.DOUBLE)) {
            Numbers.of(one).writeTo(hard);
            var expected = Numbers.answers(hard, TASKS);
            Numbers.answers(one, TASKS)
                    .forEach((task, actual) -> assertThat(actual).containsExactly(expected.get(task), within(1e-12)));
        }
    }

    @Test
    void a_gate_that_is_sure_picks_its_expert() {
        try (var program = program(graph(sharing(), TASKS), Precision.DOUBLE)) {
            var numbers = Numbers.of(program);
            for (var task : TASKS) {
                numbers.named("sharing.head.gate." + task + ".bias")[1] = 1000;
            }
            numbers.writeTo(program);
            var before = Numbers.answers(program, TASKS);
            numbers.named("sharing.head.expert0.hidden0.weight")[0] += 1;
            numbers.writeTo(program);
            Numbers.answers(program, TASKS)
                    .forEach((task, actual) -> assertThat(actual).containsExactly(before.get(task)));
            numbers.named("sharing.head.expert1.hidden0.bias")[0] += 1;
            numbers.writeTo(program);
            Numbers.answers(program, TASKS)
                    .forEach((task, actual) -> assertThat(actual).isNotEqualTo(before.get(task)));
        }
    }

    /** Ma (2018, equations 6 and 7): y_k = h_k(sum over i of g^k(x)_i f_i(x)), g^k(x) = softmax(W_gk x). */
    @Test
    void each_task_mixes_the_experts_by_a_gate_of_its_own() {
        try (var program = program(graph(sharing(), TASKS), Precision.DOUBLE)) {
            var known = ByHand.drawn(program);
            var answers = Numbers.answers(program, TASKS);
            var x = fused(program);
            var experts = IntStream.range(0, 3)
                    .mapToObj(i -> ByHand.rectified(known.linear("sharing.head.expert" + i + ".hidden0", x)))
                    .toArray(double[][]::new);
            for (var task : TASKS) {
                var gate = ByHand.softmax(known.linear("sharing.head.gate." + task, x));
                assertThat(Arrays.copyOf(requireNonNull(answers.get(task)), 2))
                        .containsExactly(known.linear("head." + task, ByHand.mixed(gate, experts)), within(1e-9));
            }
        }
    }
}
