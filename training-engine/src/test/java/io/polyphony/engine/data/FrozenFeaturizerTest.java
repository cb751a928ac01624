package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.frozen.FrozenFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrozenFeaturizerTest extends FeaturizerContract {
    private static final int[] TRAIN = {0, 1, 2, 3};
    private static final FrozenInput PICTURES =
            new FrozenInput.Pictures(8, 3, false, List.of(0.5, 0.5, 0.5), List.of(0.25, 0.25, 0.25));

    @Override
    FeaturizerSpec spec() {
        return new FrozenFeatures(Samples.CHANNEL_MEANS, PICTURES, 3);
    }

    @Override
    Table table() {
        return table(0xFFFFFFFF, Samples.NO_FILE);
    }

    @Override
    Table otherwise() {
        return table(0xFF00FF00, Samples.colourPng(9, 9, 0xFF0000FF));
    }

    private static Table table(int fifth, byte[] sixth) {
        return Samples.table(Map.of(
                "image",
                Samples.files(
                        Samples.colourPng(8, 8, 0xFFFF0000),
                        Samples.colourPng(8, 8, 0xFF800000),
                        Samples.colourPng(8, 8, 0xFF000000),
                        Samples.colourPng(8, 8, 0xFF0000FF),
                        Samples.colourPng(16, 16, fifth),
                        sixth)));
    }

    @Override
    InputSpec input() {
        return over(Modality.IMAGE, "image");
    }

    /** Red of the train rows is 2, 2 x 128/255 x 2 - 2, -2 and -2: the network sees (level - 0.5) / 0.25. */
    @Test
    void the_network_sees_what_was_said_and_its_embedding_is_scaled() {
        var embeddings = Samples.floats(
                Featurizers.fit(spec(), table(), input(), TRAIN).apply(table(), TRAIN), InputLayout.EMBEDDING);
        double[] red = {2, (128 / 255.0 - 0.5) / 0.25, -2, -2};
        var moments = Moments.of(red);
        for (int row = 0; row < 4; row++) {
            assertThat(embeddings[3 * row])
                    .isCloseTo((float) ((red[row] - moments.mean()) / moments.deviation()), within(1e-4f));
        }
    }

    @Test
    void channels_may_come_last() {
        var last = new FrozenInput.Pictures(2 * 4, 3, true, List.of(), List.of());
        var picture = new Picture(8, 8, 3, new float[192]);
        picture.values()[3 * 8 + 1] = 1;
        assertThat(FrozenRows.of(picture, last)[3 * 8 + 1]).isEqualTo(1);
        var first = new FrozenInput.Pictures(8, 3, false, List.of(), List.of());
        assertThat(FrozenRows.of(picture, first)[64 + 8]).isEqualTo(1);
    }

    @Test
    void recordings_are_cut_and_padded_alike_at_both_ends() {
        var read = new FrozenInput.Sounds(8000, 16);
        var samples = new float[20];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = i;
        }
        assertThat(FrozenRows.of(new Recording(8000, samples), read)[0]).isEqualTo(2);
        var row = FrozenRows.of(new Recording(8000, new float[] {1, 1}), read);
        assertThat(row[6]).isZero();
        assertThat(row[7] + row[8]).isEqualTo(2);
        assertThat(row[9]).isZero();
    }

    @Test
    void numbers_of_a_table_are_read_in_order_and_must_be_as_many_as_the_network_reads() {
        var cells = Samples.table(Map.of("n", Samples.numbers(1, 2, 3, 6)));
        var input = over(Modality.TABULAR, "n");
        var features = new FrozenFeatures(Samples.DOUBLED, new FrozenInput.Cells(1), 1);
        var embeddings = Samples.floats(
                Featurizers.fit(features, cells, input, TRAIN).apply(cells, TRAIN), InputLayout.EMBEDDING);
        assertThat(embeddings).hasSize(4).isSorted();
        var two = Samples.table(Map.of("n", Samples.numbers(1, 2, 3, 6), "m", Samples.numbers(1, 2, 3, 6)));
        assertThatThrownBy(() -> Featurizers.fit(features, two, over(Modality.TABULAR, "n", "m"), TRAIN))
                .hasMessageContaining("has 2 numbers")
                .hasMessageContaining("reads 1");
    }

    /** Means over begin, words and end: 1/4, -1/4, 0 and 0; of two columns what is there is read. */
    @Test
    void texts_are_read_in_the_pieces_of_the_networks_own_vocabulary() {
        var table = Samples.table(Map.of(
                "title", Samples.texts("good", null, "", "Bad"),
                "text", Samples.texts("x", "bad y", null, "good")));
        var input = over(Modality.TEXT, "title", "text");
        var features = new FrozenFeatures(Samples.WORDS, new FrozenInput.Texts(16, true), 1);
        var read = Featurizers.fit(features, table, input, TRAIN).apply(table, TRAIN);
        assertThat(read.present()).containsExactly(true, true, false, true);
        var moments = Moments.of(new double[] {0.25, -0.25, 0});
        var embeddings = Samples.floats(read, InputLayout.EMBEDDING);
        assertThat(embeddings[0]).isCloseTo((float) (0.25 / moments.deviation()), within(1e-5f));
        assertThat(embeddings[1]).isCloseTo((float) (-0.25 / moments.deviation()), within(1e-5f));
        assertThat(embeddings[3]).isZero();
    }

    @Test
    void settings_out_of_range_are_named() {
        assertThatThrownBy(() -> new FrozenInput.Pictures(8, 3, false, List.of(0.5), List.of()))
                .hasMessageContaining("(mean)");
        assertThatThrownBy(() -> new FrozenInput.Pictures(8, 1, false, List.of(), List.of(0.0)))
                .hasMessageContaining("(deviation)");
        assertThatThrownBy(() -> new FrozenInput.Sounds(100, 16)).hasMessageContaining("(sampleRate)");
        assertThat(FrozenFile.channelMeans(3, 8)).isNotEmpty();
    }
}
