package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.auxiliary.AutoencoderSpec;
import io.polyphony.engine.auxiliary.AutoencoderSpec.Kind;
import io.polyphony.engine.auxiliary.AuxiliaryGraph;
import io.polyphony.engine.auxiliary.AuxiliarySpec;
import io.polyphony.engine.export.OnnxFile;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.fusion.Late;
import io.polyphony.engine.fusion.TaskGate;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.weighting.Equal;
import io.polyphony.engine.weighting.PcGrad;
import io.polyphony.engine.weighting.WeightingSpec;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is learned beside the tasks: over every modality, with gaps in inputs and labels. */
class BesideTrainingTest {
    private static final AutoencoderSpec PLAIN = new AutoencoderSpec(Kind.PLAIN, 0.3);
    private static final AutoencoderSpec VARIATIONAL = new AutoencoderSpec(Kind.VARIATIONAL, 0.3);
    private final Orchestra orchestra = new Orchestra();

    private NetworkSpec network(FusionSpec fusion) {
        return orchestra.network(fusion, Orchestra.everything());
    }

    private static TrainingSpec training(int epochs, WeightingSpec weighting, AuxiliarySpec auxiliary) {
        return Orchestra.training(epochs, weighting, 1).beside(auxiliary);
    }

    static Stream<AuxiliarySpec> auxiliaries() {
        return Stream.of(
                new AuxiliarySpec(0.3, 0, AutoencoderSpec.NONE),
                new AuxiliarySpec(0, 0.3, AutoencoderSpec.NONE),
                new AuxiliarySpec(0, 0, PLAIN),
                new AuxiliarySpec(0.1, 0.1, VARIATIONAL));
    }

    @ParameterizedTest
    @MethodSource("auxiliaries")
    void tasks_are_learned_and_a_pause_loses_nothing(AuxiliarySpec auxiliary) {
        var network = network(new Concatenation(16, 1, 0.1, 0.1));
        new PausedTraining(orchestra, network, training(15, new Equal(), auxiliary)).assertLearnsAndLosesNothing();
    }

    @Test
    void all_of_it_goes_with_gradients_taken_task_by_task() {
        var network = network(new TaskGate(16, 2, 0.1, 0.1));
        var spec = training(15, new PcGrad(), new AuxiliarySpec(0.3, 0.1, VARIATIONAL));
        new PausedTraining(orchestra, network, spec).assertLearnsAndLosesNothing();
    }

    @Test
    void inputs_learn_to_answer_alone_and_the_embedding_to_tell_them() {
        var diary = new Diary();
        orchestra
                .trainer(
                        network(new Concatenation(16, 1, 0, 0)),
                        training(25, new Equal(), new AuxiliarySpec(0.3, 0.3, PLAIN)))
                .run(null, diary);
        var first = diary.reports.getFirst().beside();
        var last = diary.reports.getLast().beside();
        for (var input : Orchestra.everything()) {
            assertThat(requireNonNull(last.train().get("unimodal." + input)))
                    .as(input)
                    .isLessThan(requireNonNull(first.train().get("unimodal." + input)));
            assertThat(requireNonNull(last.train().get("modulation." + input))).isBetween(0.0, 1.0);
        }
        // A constant loses one.
        assertThat(requireNonNull(first.validation().get("autoencoding"))).isCloseTo(1, within(0.3));
        assertThat(requireNonNull(last.validation().get("autoencoding"))).isLessThan(0.85);
    }

    @Test
    void some_input_is_ahead_and_slowed_down() {
        var diary = new Diary();
        orchestra
                .trainer(
                        network(new Late(16, 0, 0)),
                        training(3, new Equal(), new AuxiliarySpec(0, 0.3, AutoencoderSpec.NONE)))
                .run(null, diary);
        var coefficients = diary.reports.getLast().beside().train();
        assertThat(Stream.of(Orchestra.everything())
                        .mapToDouble(input -> requireNonNull(coefficients.get("modulation." + input))))
                .anyMatch(coefficient -> coefficient < 0.9)
                .anyMatch(coefficient -> coefficient > 0.9);
    }

    @Test
    void the_model_is_that_of_the_network_alone() {
        var network = network(new Concatenation(16, 1, 0, 0));
        var outcome = (TrainingOutcome.Completed) orchestra
                .trainer(network, training(3, new Equal(), new AuxiliarySpec(0.3, 0.1, VARIATIONAL)))
                .run(null, new Diary());
        var model = outcome.model();
        var graph = NetworkGraph.of(
                network, model.preprocessor().layouts(), TaskWidths.of(network, model.preprocessor()), 1);
        assertThat(model.weights().dense()).hasSize(Program.learnables(graph).size());
        // In batches of another size, which some processors add up in another order.
        assertThat(model.evaluate(orchestra.table, orchestra.validationRows()))
                .usingRecursiveComparison()
                .withComparatorForType(new DoubleComparator(1e-4), Double.class)
                .isEqualTo(outcome.best());
        var file = new String(OnnxFile.of(model), StandardCharsets.ISO_8859_1);
        assertThat(file).contains("fusion.hidden0").doesNotContain("unimodal.", "autoencoder.");
    }

    @Test
    void the_network_begins_as_it_would_alone() {
        var network = network(new Concatenation(16, 1, 0, 0));
        var preprocessor = orchestra.fit(network);
        var widths = TaskWidths.of(network, preprocessor);
        var parts = NetworkGraph.parts(network, preprocessor.layouts(), widths, 4, false);
        AuxiliaryGraph.add(parts, network, new AuxiliarySpec(0.3, 0, VARIATIONAL), preprocessor.layouts(), widths);
        var alone = Program.learnables(NetworkGraph.of(network, preprocessor.layouts(), widths, 4));
        var together = Program.learnables(parts.graph());
        assertThat(together.slices().subList(0, alone.slices().size())).isEqualTo(alone.slices());
        assertThat(together.slices()).hasSizeGreaterThan(alone.slices().size());
    }

    @Test
    void nothing_beside_the_tasks_is_nothing() {
        var diary = new Diary();
        orchestra
                .trainer(network(new Concatenation(16, 1, 0, 0)), Orchestra.training(1, new Equal(), 1))
                .run(null, diary);
        assertThat(diary.reports.getLast().beside()).isEqualTo(BesideReport.NONE);
    }

    @Test
    void a_single_input_has_no_heads_of_its_own() {
        var diary = new Diary();
        orchestra
                .trainer(
                        orchestra.network(new Concatenation(16, 1, 0, 0), "table"),
                        training(2, new Equal(), new AuxiliarySpec(0.3, 0.3, PLAIN)))
                .run(null, diary);
        assertThat(diary.reports.getLast().beside().train().keySet()).containsExactly("autoencoding");
    }
}
