package io.polyphony.engine.auxiliary;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.fusion.Gated;
import io.polyphony.engine.fusion.Late;
import io.polyphony.engine.fusion.TaskGate;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.program.Slopes;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two tables and two tasks. */
class AuxiliaryGraphTest {
    private static final int ROWS = 4;
    private static final Map<String, Integer> WIDTHS = Map.of("yes", 1, "kind", 3);
    private static final Map<String, InputLayout> LAYOUTS = Map.of("a", layout("a", 3), "b", layout("b", 2));
    private static final NetworkSpec NETWORK = new NetworkSpec(
            List.of(
                    new InputSpec("a", Modality.TABULAR, List.of("x")),
                    new InputSpec("b", Modality.TABULAR, List.of("y"))),
            Map.of("a", new TabularMlp(5, 1, 0), "b", new TabularMlp(4, 1, 0)),
            new Gated(6, 0, 0),
            List.of(new TaskSpec("yes", TaskType.BINARY), new TaskSpec("kind", TaskType.MULTICLASS)),
            new HeadSpec(0, 0));

    private static InputLayout layout(String input, int numbers) {
        return new InputLayout(input, Modality.TABULAR, Map.of(InputLayout.NUMBERS, BlockLayout.dense(numbers)));
    }

    private static Graph graph(NetworkSpec network, AuxiliarySpec spec) {
        var parts = NetworkGraph.parts(network, LAYOUTS, WIDTHS, ROWS, false);
        AuxiliaryGraph.add(parts, network, spec, LAYOUTS, WIDTHS);
        return parts.graph();
    }

    @ParameterizedTest
    @EnumSource
    void the_gradient_of_the_whole_is_its_slope(AutoencoderSpec.Kind kind) {
        var graph = graph(NETWORK, new AuxiliarySpec(0.3, 0, new AutoencoderSpec(kind, 0.3)));
        try (var program = Program.compile(graph, true, Device.cpu(), Precision.DOUBLE)) {
            program.initialize(new SplittableRandom(1));
            for (var input : List.of("a/numbers", "b/numbers")) {
                var tensor = program.input(input);
                tensor.write(
                        0, new SplittableRandom(2).doubles(tensor.size(), -1, 1).toArray(), tensor.size());
            }
            program.input(NetworkGraph.PRESENCE).write(0, new double[] {1, 1, 1, 0, 0, 1, 1, 1}, 2 * ROWS);
            Slopes.check(program, List.copyOf(graph.outputs().keySet()));
        }
    }

    @Test
    void every_input_answers_every_task_and_is_told() {
        var spec = new AuxiliarySpec(0.3, 0, new AutoencoderSpec(AutoencoderSpec.Kind.VARIATIONAL, 0.3));
        assertThat(graph(NETWORK, spec).outputs().keySet())
                .containsExactlyInAnyOrder(
                        "yes",
                        "kind",
                        "unimodal/a/yes",
                        "unimodal/a/kind",
                        "unimodal/b/yes",
                        "unimodal/b/kind",
                        "autoencoder/a",
                        "autoencoder/b",
                        "autoencoder");
    }

    @Test
    void where_nothing_is_asked_for_nothing_is_added() {
        assertThat(graph(NETWORK, AuxiliarySpec.NONE).nodes())
                .hasSameSizeAs(NetworkGraph.of(NETWORK, LAYOUTS, WIDTHS, ROWS).nodes());
    }

    /** Whether one embedding, one per input or one per task is fused: all that heads read is read. */
    @Test
    void an_autoencoder_reads_what_heads_read() {
        var spec = new AuxiliarySpec(0, 0, new AutoencoderSpec(AutoencoderSpec.Kind.PLAIN, 0.3));
        for (var fusion : List.of(new Gated(6, 0, 0), new Late(6, 0, 0), new TaskGate(6, 2, 0, 0))) {
            var network =
                    new NetworkSpec(NETWORK.inputs(), NETWORK.encoders(), fusion, NETWORK.tasks(), NETWORK.head());
            var weight = graph(network, spec).named("autoencoder.hidden0.weight");
            assertThat(weight.shape().extent(0)).isEqualTo(fusion instanceof Gated ? 6 : 12);
        }
    }
}
