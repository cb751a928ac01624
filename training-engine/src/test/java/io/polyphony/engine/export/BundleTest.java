package io.polyphony.engine.export;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.Column;
import io.polyphony.engine.evaluation.Averaging;
import io.polyphony.engine.evaluation.Temperature;
import io.polyphony.engine.evaluation.Thresholds;
import io.polyphony.engine.fusion.Average;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.fusion.Gated;
import io.polyphony.engine.fusion.Late;
import io.polyphony.engine.training.Orchestra;
import io.polyphony.engine.training.TrainingOutcome;
import io.polyphony.engine.training.Verdict;
import io.polyphony.engine.weighting.Equal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A model that leaves the house answers elsewhere as it did here. */
class BundleTest {
    private static final List<String> COLUMNS = List.of("weight", "price", "maker", "text", "image", "audio");
    private final Orchestra orchestra = new Orchestra();
    private final TrainedModel gated = train(new Gated(8, 0, 0.1));
    private final Bundle alone = Bundle.of(gated, "{\"name\":\"strings\"}");

    private TrainedModel train(FusionSpec fusion) {
        var network = orchestra.network(fusion, Orchestra.everything());
        return ((TrainingOutcome.Completed) orchestra
                        .trainer(network, Orchestra.training(2, new Equal(), 1))
                        .run(null, (report, checkpoint) -> Verdict.CONTINUE))
                .model();
    }

    @Test
    void a_loaded_bundle_answers_plain_rows_as_the_model_does_its_table() throws IOException {
        var rows = orchestra.validationRows();
        var answers = Bundle.read(new ByteArrayInputStream(bytes(alone))).predict(plain(rows));
        gated.predict(orchestra.table, rows)
                .forEach((task, expected) ->
                        assertThat(requireNonNull(answers.get(task)).scores()).isDeepEqualTo(expected.scores()));
    }

    @Test
    void an_ensemble_answers_with_its_weights() throws IOException {
        var late = train(new Late(8, 0, 0.1));
        var both = new Bundle(
                List.of(
                        new Bundle.Member(gated, Map.of("instrument", 1.0, "loud", 0.25)),
                        new Bundle.Member(late, Map.of("loud", 0.75, "pitch", 1.0))),
                "{}");
        var rows = orchestra.validationRows();
        var answers = Bundle.read(new ByteArrayInputStream(bytes(both))).predict(orchestra.table, rows);
        var first = gated.predict(orchestra.table, rows);
        var second = late.predict(orchestra.table, rows);
        assertThat(requireNonNull(answers.get("instrument")).scores())
                .isDeepEqualTo(requireNonNull(first.get("instrument")).scores());
        assertThat(requireNonNull(answers.get("pitch")).scores())
                .isDeepEqualTo(requireNonNull(second.get("pitch")).scores());
        for (int row = 0; row < rows.length; row++) {
            float mean = 0.25f * requireNonNull(first.get("loud")).scores()[row][1]
                    + 0.75f * requireNonNull(second.get("loud")).scores()[row][1];
            assertThat(requireNonNull(answers.get("loud")).scores()[row][1]).isCloseTo(mean, within(1e-6f));
        }
    }

    @Test
    void an_ensemble_answers_by_the_median_where_that_was_chosen() throws IOException {
        var networks = List.of(gated, train(new Late(8, 0, 0.1)), train(new Average(8, 0, 0.1)));
        var members = networks.stream()
                .map(network ->
                        new Bundle.Member(network, Map.of("instrument", 1 / 3.0, "loud", 1 / 3.0, "pitch", 1 / 3.0)))
                .toList();
        var model = new Bundle(members, "{}").averaged(Map.of("pitch", Averaging.MEDIAN));
        var rows = orchestra.validationRows();
        var answers = Bundle.read(new ByteArrayInputStream(bytes(model))).predict(orchestra.table, rows);
        var said = networks.stream()
                .map(network ->
                        requireNonNull(network.predict(orchestra.table, rows).get("pitch")))
                .toList();
        for (int row = 0; row < rows.length; row++) {
            int at = row;
            var sorted = said.stream()
                    .mapToDouble(one -> one.scores()[at][0])
                    .sorted()
                    .toArray();
            assertThat(requireNonNull(answers.get("pitch")).scores()[row][0]).isEqualTo((float) sorted[1]);
        }
    }

    /** Of a temperature of one half, probabilities are squared; the threshold is one of what is said then. */
    @Test
    void temperatures_are_kept_and_come_before_thresholds() throws IOException {
        var tempered = alone.tempered(Map.of("loud", new Temperature(0.5)))
                .decided(Map.of("loud", new Thresholds(List.of(0.3))));
        var rows = orchestra.validationRows();
        var before = requireNonNull(alone.predict(orchestra.table, rows).get("loud"));
        var answers = Bundle.read(new ByteArrayInputStream(bytes(tempered))).predict(orchestra.table, rows);
        var after = requireNonNull(answers.get("loud"));
        for (int row = 0; row < rows.length; row++) {
            double no = Math.pow(before.scores()[row][0], 2);
            double yes = Math.pow(before.scores()[row][1], 2);
            assertThat(after.scores()[row][1]).isCloseTo((float) (yes / (yes + no)), within(1e-5f));
            assertThat(after.predictedClass(row)).isEqualTo(after.scores()[row][1] >= 0.3 ? 1 : 0);
        }
        assertThat(Bundle.together(List.of(tempered, tempered)).temperatures())
                .isEqualTo(Map.of("loud", new Temperature(0.5)));
    }

    @Test
    void the_file_holds_card_networks_and_onnx_and_is_the_same_every_time() throws IOException {
        var bytes = bytes(alone);
        assertThat(bytes).isEqualTo(bytes(alone)).hasSize(Math.toIntExact(alone.size()));
        assertThat(entries(bytes))
                .containsExactly(
                        "bundle.json", "card.json", "README.md", "member1/network.bin", "member1/network.onnx");
        assertThat(Bundle.read(new ByteArrayInputStream(bytes)).card()).isEqualTo("{\"name\":\"strings\"}");
    }

    @Test
    void wrong_rows_are_refused_with_a_cure() {
        assertThatThrownBy(() -> alone.predict(List.of(Map.of("wait", 3))))
                .hasMessageContaining("(wait)")
                .hasMessageContaining("weight");
        assertThatThrownBy(() -> alone.predict(List.of(Map.of("weight", "heavy"))))
                .hasMessageContaining("(heavy)")
                .hasMessageContaining("number");
        assertThatThrownBy(() -> alone.predict(List.of(Map.of("image", "photo.png"))))
                .hasMessageContaining("bytes");
        assertThatThrownBy(() -> Bundle.read(new ByteArrayInputStream(new byte[10])))
                .hasMessageContaining("no bundle");
    }

    @Test
    void a_row_of_nothing_is_answered() {
        var answers = alone.predict(List.of(Map.of()));
        assertThat(requireNonNull(answers.get("loud")).scores()[0]).hasSize(2).doesNotContain(Float.NaN);
    }

    @Test
    void latency_is_a_time_and_many_rows_at_once_take_less_of_it_each() {
        var latency = Latency.measure(alone, orchestra.table, orchestra.validationRows());
        assertThat(latency.each()).isPositive().isLessThan(latency.single());
        assertThat(alone.parameters()).isGreaterThan(1000);
    }

    private List<Map<String, @Nullable Object>> plain(int[] rows) {
        var plain = new ArrayList<Map<String, @Nullable Object>>();
        for (int row : rows) {
            var cells = new HashMap<String, @Nullable Object>();
            COLUMNS.forEach(name -> cells.put(name, cell(orchestra.table.column(name), row)));
            plain.add(cells);
        }
        return plain;
    }

    private static @Nullable Object cell(Column column, int row) {
        return switch (column) {
            case Column.Numbers(var values) -> Double.isNaN(values[row]) ? null : values[row];
            case Column.Texts(var values) -> values[row];
            case Column.Dates dates -> dates.values()[row];
            case Column.Windows windows -> windows.at(row, -1);
            case Column.Files files -> files.reader().read(row);
        };
    }

    private static byte[] bytes(Bundle bundle) throws IOException {
        var out = new ByteArrayOutputStream();
        bundle.write(out);
        return out.toByteArray();
    }

    private static List<String> entries(byte[] bytes) throws IOException {
        var names = new ArrayList<String>();
        var zip = new ZipInputStream(new ByteArrayInputStream(bytes));
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            names.add(entry.getName());
        }
        return names;
    }
}
