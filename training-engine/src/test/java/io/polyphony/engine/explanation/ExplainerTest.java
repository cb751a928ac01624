package io.polyphony.engine.explanation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.MeanEmbedding;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.fusion.Gated;
import io.polyphony.engine.fusion.Late;
import io.polyphony.engine.fusion.Transformer;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.training.Orchestra;
import io.polyphony.engine.training.Trainer;
import io.polyphony.engine.training.TrainingOutcome;
import io.polyphony.engine.training.Verdict;
import io.polyphony.engine.weighting.Equal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A world with a known answer: one column is the label, another is noise, and so is all that is said about it. */
class ExplainerTest {
    private static final int ROWS = 300;
    private static final int TRAIN = 200;
    private static final String[] WORDS = {"red", "green", "blue", "old", "new"};
    private static final Map<String, String> METRICS = Map.of("label", Metrics.ROC_AUC);
    private final Table table = table();
    private final int[] validation = IntStream.range(TRAIN, ROWS).toArray();

    @Test
    void the_label_is_found_and_noise_is_called_noise() {
        var shares = new ArrayList<Double>();
        var explained = explain(new Gated(8, 0, 0.3), shares);
        assertThat(explained.value()).isGreaterThan(0.98);
        assertThat(explained.nothing()).isCloseTo(0.5, within(1e-9));
        assertThat(explained.columns().getFirst().column()).isEqualTo("copy");
        assertThat(explained.columns().getFirst().drop()).isBetween(0.35, 0.65);
        assertThat(explained.columns().getFirst().deviation()).isBetween(0.001, 0.15);
        for (var noise : explained.columns().subList(1, 3)) {
            assertThat(noise.drop()).as(noise.column()).isCloseTo(0, within(0.02));
        }
        assertThat(shares).isSorted().last().isEqualTo(1.0);
    }

    @Test
    void inputs_share_the_gain_and_tell_what_happens_without_them() {
        var explained = explain(new Gated(8, 0, 0.3), new ArrayList<>());
        var numbers = explained.inputs().get(0);
        var words = explained.inputs().get(1);
        assertThat(numbers.share()).isGreaterThan(0.85);
        assertThat(words.share()).isCloseTo(0, within(0.15));
        assertThat(numbers.share() + words.share())
                .isCloseTo(2 * (requireNonNull(explained.value()) - requireNonNull(explained.nothing())), within(1e-6));
        assertThat(numbers.without()).isLessThan(0.7).isEqualTo(words.alone());
        assertThat(numbers.alone()).isGreaterThan(0.95).isEqualTo(words.without());
        assertThat(requireNonNull(numbers.gate()) + requireNonNull(words.gate()))
                .isCloseTo(1, within(1e-4));
    }

    @Test
    void a_fusion_that_attends_tells_whom_it_listens_to() {
        var explanation = Explainer.explain(
                Bundle.of(train(new Transformer(8, 1, 0, 0.3)), "{}"), METRICS, table, validation, share -> {});
        assertThat(explanation.listening()).isEqualTo(Explanation.Listening.ATTENTION);
        var inputs = explanation.tasks().getFirst().inputs();
        assertThat(requireNonNull(inputs.get(0).gate())
                        + requireNonNull(inputs.get(1).gate()))
                .isCloseTo(1, within(1e-4));
    }

    @Test
    void a_fusion_without_gates_has_none() {
        assertThat(explain(new Late(8, 0, 0.3), new ArrayList<>())
                        .inputs()
                        .getFirst()
                        .input())
                .isEqualTo("numbers");
    }

    private Explanation.OfTask explain(FusionSpec fusion, List<Double> shares) {
        var bundle = Bundle.of(train(fusion), "{}");
        var explanation = Explainer.explain(bundle, METRICS, table, validation, shares::add);
        assertThat(explanation.rows()).isEqualTo(ROWS - TRAIN);
        return explanation.tasks().getFirst();
    }

    private TrainedModel train(FusionSpec fusion) {
        var network = new NetworkSpec(
                List.of(
                        new InputSpec("numbers", Modality.TABULAR, List.of("copy", "noise")),
                        new InputSpec("words", Modality.TEXT, List.of("chatter"))),
                Map.of("numbers", new TabularMlp(8, 1, 0), "words", new MeanEmbedding(32, 6, 4, 0)),
                fusion,
                List.of(new TaskSpec("label", TaskType.BINARY)),
                new HeadSpec(0, 0));
        var features = new LinkedHashMap<String, FeaturizerSpec>();
        network.encoders().forEach((input, encoder) -> features.put(input, encoder.featurizer()));
        var train = IntStream.range(0, TRAIN).toArray();
        var preprocessor = Preprocessor.fit(table, train, network.inputs(), features, network.tasks());
        var spec = Orchestra.training(15, new Equal(), 1);
        var trainer = new Trainer(
                network, spec, preprocessor, preprocessor.encode(table, train), preprocessor.encode(table, validation));
        return ((TrainingOutcome.Completed) trainer.run(null, (report, checkpoint) -> Verdict.CONTINUE)).model();
    }

    private static Table table() {
        var random = new SplittableRandom(5);
        var copy = new double[ROWS];
        var noise = new double[ROWS];
        var chatter = new @Nullable String[ROWS];
        var label = new @Nullable String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            boolean yes = random.nextBoolean();
            copy[row] = yes ? 1 : 0;
            noise[row] = random.nextGaussian();
            chatter[row] = WORDS[random.nextInt(5)] + " " + WORDS[random.nextInt(5)];
            label[row] = yes ? "yes" : "no";
        }
        var columns = new LinkedHashMap<String, Column>();
        columns.put("copy", Samples.numbers(copy));
        columns.put("noise", Samples.numbers(noise));
        columns.put("chatter", Samples.texts(chatter));
        columns.put("label", Samples.texts(label));
        return Samples.table(columns);
    }
}
