package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.EMBEDDING;
import static io.polyphony.engine.data.InputLayout.NUMBERS;

import io.polyphony.engine.data.TabularFeatures.Scaling;
import io.polyphony.engine.frozen.FrozenNetworks;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a ready-made network sees them, each number of its embedding minus its train mean and divided by its train deviation. It
 * brings the network along, so that whoever has it can read rows.
 *
 * @param columns of the table, or the one that names files
 * @param cells scales the numbers of a table; null for files
 * @param network the ONNX file
 */
record FrozenFeaturizer(
        InputSpec columns,
        FrozenFeatures spec,
        @Nullable TabularFeaturizer cells,
        byte[] network,
        float[] mean,
        float[] deviation)
        implements Featurizer {

    static FrozenFeaturizer fit(FrozenFeatures spec, Table table, InputSpec input, int[] trainRows) {
        var cells = spec.read() instanceof FrozenInput.Cells wanted ? cells(wanted, table, input, trainRows) : null;
        var none = new float[spec.width()];
        var one = none.clone();
        Arrays.fill(one, 1);
        var plain = new FrozenFeaturizer(input, spec, cells, table.encoder(spec.content()), none, one);
        var features = plain.apply(table, trainRows);
        var mean = new float[spec.width()];
        var deviation = new float[spec.width()];
        var embeddings = (Block.Dense) Objects.requireNonNull(features.blocks().get(EMBEDDING));
        for (var i = 0; i < mean.length; i++) {
            var moments = moments(embeddings.values(), features.present(), i);
            mean[i] = (float) moments.mean();
            deviation[i] = (float) moments.deviationOrOne();
        }
        return new FrozenFeaturizer(input, spec, cells, plain.network, mean, deviation);
    }

    private static TabularFeaturizer cells(FrozenInput.Cells wanted, Table table, InputSpec input, int[] trainRows) {
        var fitted = TabularFeaturizer.fit(
                new TabularFeatures(Scaling.STANDARD, 1), table, input, trainRows, () -> List.of());
        if (fitted.numeric().size() != wanted.numbers()) {
            throw new IllegalArgumentException(
                    "The table (%s) has %d numbers, but the network reads %d.%nMaybe another encoder, or other columns, suit it."
                            .formatted(input.name(), fitted.numeric().size(), wanted.numbers()));
        }
        return fitted;
    }

    private static Moments moments(float[] values, boolean[] present, int place) {
        return Moments.of(IntStream.range(0, present.length)
                .filter(row -> present[row])
                .mapToDouble(row -> values[row * (values.length / present.length) + place])
                .toArray());
    }

    @Override
    public InputLayout layout() {
        return new InputLayout(columns.name(), columns.modality(), Map.of(EMBEDDING, BlockLayout.dense(spec.width())));
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var values = new float[Math.multiplyExact(rows.length, spec.width())];
        var present = new boolean[rows.length];
        switch (spec.read()) {
            case FrozenInput.Pictures pictures ->
                files(
                        table,
                        rows,
                        values,
                        present,
                        bytes -> FrozenRows.of(
                                ImageDecoder.decode(bytes, pictures.size(), pictures.channels()), pictures));
            case FrozenInput.Sounds sounds ->
                files(table, rows, values, present, bytes -> FrozenRows.of(AudioDecoder.decode(bytes), sounds));
            case FrozenInput.Cells _ -> numbers(table, rows, values, present);
            case FrozenInput.Texts texts -> texts(texts, table, rows, values, present);
        }
        var block = new Block.Dense(new int[] {spec.width()}, values);
        return new InputFeatures(columns.name(), rows.length, Map.of(EMBEDDING, block), present);
    }

    /** What the network says of a file is kept for the next time. */
    private void files(
            Table table, int[] rows, float[] values, boolean[] present, MediaColumn.Decoder<float[]> decoder) {
        MediaColumn.of(table, columns)
                .each(
                        rows,
                        "frozen %s %s".formatted(spec.content(), spec.read()),
                        bytes -> new Decoded(new int[] {spec.width()}, embedded(decoder.decode(bytes))),
                        (place, decoded) -> {
                            if (decoded != null) {
                                present[place] = true;
                                write(decoded.values(), values, place);
                            }
                        });
    }

    private void numbers(Table table, int[] rows, float[] values, boolean[] present) {
        var features = Objects.requireNonNull(cells).apply(table, rows);
        var numbers = (Block.Dense) Objects.requireNonNull(features.blocks().get(NUMBERS));
        for (var place = 0; place < rows.length; place++) {
            if (features.present()[place]) {
                present[place] = true;
                var row = new float[spec.read().shape()[0]];
                System.arraycopy(numbers.values(), place * numbers.size(), row, 0, row.length);
                write(embedded(row), values, place);
            }
        }
    }

    private void texts(FrozenInput.Texts read, Table table, int[] rows, float[] values, boolean[] present) {
        var texts = new TextColumns(columns.columns());
        for (var place = 0; place < rows.length; place++) {
            var text = texts.joined(table, rows[place]);
            if (!text.isEmpty()) {
                present[place] = true;
                write(
                        checked(FrozenNetworks.embed(spec.content(), network, text, read.length(), read.lowercase())),
                        values,
                        place);
            }
        }
    }

    private float[] embedded(float[] row) {
        return checked(
                FrozenNetworks.embed(spec.content(), network, row, spec.read().shape()));
    }

    private float[] checked(float[] embedding) {
        if (embedding.length != spec.width()) {
            throw new IllegalArgumentException("The network says %d numbers of a row, but said %d when it was uploaded."
                    .formatted(embedding.length, spec.width()));
        }
        return embedding;
    }

    private void write(float[] embedding, float[] target, int place) {
        for (var i = 0; i < mean.length; i++) {
            target[place * mean.length + i] = (embedding[i] - mean[i]) / deviation[i];
        }
    }
}
