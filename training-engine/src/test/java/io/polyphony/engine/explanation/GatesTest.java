package io.polyphony.engine.explanation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.encoder.TextTransformer;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.export.Weights;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.fusion.Gated;
import io.polyphony.engine.fusion.Late;
import io.polyphony.engine.fusion.TaskGate;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatesTest {
    private final Table table = ExplainedModels.table();
    private final int[] all = IntStream.range(0, ExplainedModels.ROWS).toArray();

    /** Late fusion has a softmax per task: of logits ln 3 and 0 three quarters go to the first input. */
    @Test
    void late_fusion_listens_for_each_task_as_its_own_shares_say() {
        var model = drawn(new Late(8, 0, 0));
        var leaning = set(set(model, "fusion.shares.yes", Math.log(3), 0), "fusion.shares.kind", 0, Math.log(4));
        var heard = new Gates(leaning).means(leaning.encode(table, all));
        assertThat(heard).containsOnlyKeys("yes", "kind");
        assertThat(heard("yes", heard).inputs().get("numbers")).isCloseTo(0.75, within(1e-6));
        assertThat(heard("kind", heard).inputs().get("numbers")).isCloseTo(0.2, within(1e-6));
        assertThat(heard("yes", heard).shared()).isNull();
    }

    /** Two inputs and two experts, each weighed by a softmax of biases alone: 1, 2, 3 and 4 tenths. */
    @Test
    void a_gate_per_task_tells_what_inputs_and_experts_get() {
        var model = drawn(new TaskGate(8, 2, 0, 0));
        var leaning = set(
                set(model, "fusion.gate.yes.weight"),
                "fusion.gate.yes.bias",
                Math.log(1),
                Math.log(2),
                Math.log(3),
                Math.log(4));
        var heard = new Gates(leaning).means(leaning.encode(table, all));
        assertThat(heard("yes", heard).inputs().get("numbers")).isCloseTo(0.1, within(1e-6));
        assertThat(heard("yes", heard).inputs().get("words")).isCloseTo(0.2, within(1e-6));
        assertThat(heard("yes", heard).shared()).isCloseTo(0.7, within(1e-6));
        assertThat(heard("kind", heard).shared()).isNotCloseTo(0.7, within(1e-3));
    }

    @Test
    void a_gate_before_the_heads_is_heard_alike_for_all_tasks() {
        var model = drawn(new Gated(8, 0, 0));
        var heard = new Gates(model).means(model.encode(table, all));
        assertThat(heard("yes", heard)).isEqualTo(heard("kind", heard));
        assertThat(new Gates(drawn(new Concatenation(8, 1, 0, 0))).means(model.encode(table, all)))
                .isEmpty();
    }

    /** Three quarters and one quarter, weighed 0.8 and 0.2; one network alone has a say in the other task. */
    @Test
    void networks_are_heard_as_much_as_they_say() {
        var model = drawn(new Late(8, 0, 0));
        var first = set(model, "fusion.shares.yes", Math.log(3), 0);
        var second = set(model, "fusion.shares.yes", 0, Math.log(3));
        var bundle = new Bundle(
                List.of(
                        new Bundle.Member(first, Map.of("yes", 0.8)),
                        new Bundle.Member(second, Map.of("yes", 0.2, "kind", 1.0))),
                "{}");
        var listened = new Audience(bundle, table, all).listened();
        assertThat(listened.how()).isEqualTo(Explanation.Listening.GATE);
        assertThat(heard("yes", listened.byTask()).inputs().get("numbers"))
                .isCloseTo(0.8 * 0.75 + 0.2 * 0.25, within(1e-6));
        var alone = new Gates(second).means(second.encode(table, all));
        assertThat(heard("kind", listened.byTask())).isEqualTo(heard("kind", alone));
    }

    private static Heard heard(String task, Map<String, Heard> byTask) {
        return requireNonNull(byTask.get(task));
    }

    private TrainedModel drawn(FusionSpec fusion) {
        var network = new NetworkSpec(
                List.of(
                        new InputSpec("numbers", Modality.TABULAR, List.of("size", "count")),
                        new InputSpec("words", Modality.TEXT, List.of("text"))),
                Map.of("numbers", new TabularMlp(8, 1, 0), "words", new TextTransformer(40, 6, 8, 1, 0, false)),
                fusion,
                List.of(new TaskSpec("yes", TaskType.BINARY), new TaskSpec("kind", TaskType.MULTICLASS)),
                new HeadSpec(0, 0));
        return ExplainedModels.drawn(network, table, all, 0.3);
    }

    /** The same network with other numbers in one of its parameters; none at all are zeros. */
    private static TrainedModel set(TrainedModel model, String parameter, double... numbers) {
        var network = model.network();
        var graph = NetworkGraph.of(
                network, model.preprocessor().layouts(), TaskWidths.of(network, model.preprocessor()), 1);
        var dense = model.weights().dense().clone();
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.FLOAT)) {
            for (var slice : program.parameters().slices()) {
                if (slice.name().equals(parameter)) {
                    for (int i = 0; i < slice.size(); i++) {
                        dense[slice.offset() + i] = numbers.length == 0 ? 0 : (float) numbers[i];
                    }
                }
            }
        }
        return new TrainedModel(
                network,
                model.preprocessor(),
                new Weights(dense, model.weights().tables()),
                Map.of());
    }
}
