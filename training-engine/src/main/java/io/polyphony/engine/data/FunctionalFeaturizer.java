package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.FUNCTIONALS;

import java.util.Map;

/** Recordings as {@link Functionals}, each number minus its train mean and divided by its train deviation. */
record FunctionalFeaturizer(String input, String column, AudioLook look, float[] mean, float[] deviation)
        implements Featurizer {
    static FunctionalFeaturizer fit(FunctionalFeatures spec, Table table, InputSpec input, int[] trainRows) {
        var files = MediaColumn.of(table, input);
        var sample = MediaColumn.sample(trainRows);
        var look = AudioLook.fit(files, sample, spec.sampleRate(), spec.mels());
        int count = Functionals.count(spec.mels());
        var raw = new FunctionalFeaturizer(
                input.name(), input.columns().getFirst(), look, new float[count], new float[count]);
        var read = new float[sample.length * count];
        var present = raw.read(table, sample, read);
        var scale = Standardisation.of(read, count, row -> present[row]);
        return new FunctionalFeaturizer(raw.input, raw.column, look, scale.mean(), scale.deviation());
    }

    @Override
    public InputLayout layout() {
        return new InputLayout(input, Modality.AUDIO, Map.of(FUNCTIONALS, BlockLayout.dense(mean.length)));
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var values = new float[Math.multiplyExact(rows.length, mean.length)];
        var present = read(table, rows, values);
        new Standardisation(mean, deviation).apply(values, present);
        var block = new Block.Dense(new int[] {mean.length}, values);
        return new InputFeatures(input, rows.length, Map.of(FUNCTIONALS, block), present);
    }

    /** Writes the numbers of these rows as they are, one row after the other; tells which rows have a recording. */
    private boolean[] read(Table table, int[] rows, float[] target) {
        var present = new boolean[rows.length];
        var functionals = ThreadLocal.withInitial(() -> new Functionals(look));
        MediaColumn.of(table, column)
                .each(
                        rows,
                        "functionals " + look,
                        bytes -> {
                            var numbers = functionals.get().of(look.samples(bytes));
                            return new Decoded(new int[] {numbers.length}, numbers);
                        },
                        (place, decoded) -> {
                            if (decoded != null) {
                                present[place] = true;
                                System.arraycopy(decoded.values(), 0, target, place * mean.length, mean.length);
                            }
                        });
        return present;
    }
}
