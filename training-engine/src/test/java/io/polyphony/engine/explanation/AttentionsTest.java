package io.polyphony.engine.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.encoder.TextTransformer;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.export.Weights;
import io.polyphony.engine.fusion.Bottleneck;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.fusion.CrossAttention;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.fusion.Transformer;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.network.NetworkSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttentionsTest {
    /** The mark that begins the text, and three words. */
    private static final int PIECES = 4;

    private final Table table = ExplainedModels.table();
    private final int[] all = IntStream.range(0, ExplainedModels.ROWS).toArray();

    /** Who has learned nothing attends to all alike: one token per input has half each. */
    @Test
    void a_transformer_without_weights_listens_to_each_input_alike() {
        var means = means(silent(drawn(new Transformer(8, 2, 0, 0))));
        assertThat(means.get("numbers")).isCloseTo(0.5, within(1e-6));
        assertThat(means.get("words")).isCloseTo(0.5, within(1e-6));
    }

    /** The table is one piece. */
    @Test
    void a_bottleneck_without_weights_listens_to_each_piece_alike() {
        var means = means(silent(drawn(new Bottleneck(8, 2, 4, true, 0, 0))));
        assertThat(means.get("words")).isCloseTo((double) PIECES / (PIECES + 1), within(1e-6));
        assertThat(means.get("numbers")).isCloseTo(1.0 / (PIECES + 1), within(1e-6));
    }

    @Test
    void an_input_that_is_alone_has_all_attention() {
        var model = drawn(new Transformer(8, 1, 0, 0));
        var rows = model.encode(table, all);
        var alone = new EncodedRows(rows.rows(), Map.of("words", rows.inputs().get("words")), rows.labels());
        assertThat(new Attentions(model).means(alone)).containsOnlyKeys("words");
        assertThat(new Attentions(model).means(alone).get("words")).isCloseTo(1, within(1e-6));
    }

    static List<FusionSpec> attending() {
        return List.of(
                new Transformer(64, 2, 0, 0),
                new Bottleneck(32, 1, 3, true, 0, 0),
                new Bottleneck(8, 2, 3, false, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("attending")
    void shares_of_drawn_weights_differ_and_add_up_to_one(FusionSpec fusion) {
        var means = means(drawn(fusion));
        assertThat(means.values().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-6));
        assertThat(means.get("words")).isBetween(0.02, 0.98).isNotCloseTo(0.5, within(1e-4));
    }

    /** Every input reads all others there: its attention chooses among their pieces only. */
    @Test
    void fusions_that_choose_no_inputs_by_attention_have_none() {
        assertThat(means(drawn(new CrossAttention(8, 1, 0, 0)))).isEmpty();
        assertThat(means(drawn(new Concatenation(8, 1, 0, 0)))).isEmpty();
    }

    private Map<String, Double> means(TrainedModel model) {
        return new Attentions(model).means(model.encode(table, all));
    }

    private TrainedModel drawn(FusionSpec fusion) {
        var network = new NetworkSpec(
                List.of(
                        new InputSpec("numbers", Modality.TABULAR, List.of("size", "count")),
                        new InputSpec("words", Modality.TEXT, List.of("text"))),
                Map.of("numbers", new TabularMlp(8, 1, 0), "words", new TextTransformer(40, 6, 8, 1, 0, false)),
                fusion,
                List.of(new TaskSpec("yes", TaskType.BINARY)),
                new HeadSpec(0, 0));
        return ExplainedModels.drawn(network, table, all, 0.3);
    }

    private static TrainedModel silent(TrainedModel model) {
        var weights = model.weights();
        return new TrainedModel(
                model.network(),
                model.preprocessor(),
                new Weights(new float[weights.dense().length], weights.tables()),
                Map.of());
    }
}
