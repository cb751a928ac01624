package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.FUNCTIONALS;

import java.util.Map;
import java.util.stream.IntStream;

/** Recordings as {@link Functionals}, each number minus its train mean and divided by its train deviation. */
record FunctionalFeaturizer(String input, String column, AudioLook look, float[] mean, float[] deviation)
        implements Featurizer {
    /** Numbers that hardly differ among train rows say as much of others as noise does. */
    private static final double LEAST_DEVIATION = 1e-3;

    /** Deviations: what is further away, as what train rows lack is, is as far as that. */
    private static final float FURTHEST = 10;

    static FunctionalFeaturizer fit(FunctionalFeatures spec, Table table, InputSpec input, int[] trainRows) {
        var files = MediaColumn.of(table, input);
        var sample = MediaColumn.sample(trainRows);
        var look = AudioLook.fit(files, sample, spec.sampleRate(), spec.mels());
        int count = Functionals.count(spec.mels());
        var raw = new FunctionalFeaturizer(
                input.name(), input.columns().getFirst(), look, new float[count], new float[count]);
        var read = new float[sample.length * count];
        var present = raw.read(table, sample, read);
        return raw.scaledTo(
                read,
                IntStream.range(0, sample.length).filter(row -> present[row]).toArray());
    }

    /** The same with the mean and deviation that the numbers of these rows have. */
    private FunctionalFeaturizer scaledTo(float[] read, int[] rows) {
        var middle = new float[mean.length];
        var reach = new float[mean.length];
        for (int f = 0; f < mean.length; f++) {
            int feature = f;
            var moments = Moments.of(IntStream.of(rows)
                    .mapToDouble(row -> read[row * mean.length + feature])
                    .toArray());
            middle[f] = (float) moments.mean();
            reach[f] = (float) Math.max(LEAST_DEVIATION, moments.deviation());
        }
        return new FunctionalFeaturizer(input, column, look, middle, reach);
    }

    @Override
    public InputLayout layout() {
        return new InputLayout(input, Modality.AUDIO, Map.of(FUNCTIONALS, BlockLayout.dense(mean.length)));
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var values = new float[Math.multiplyExact(rows.length, mean.length)];
        var present = read(table, rows, values);
        for (int i = 0; i < values.length; i++) {
            int f = i % mean.length;
            float away = Math.clamp((values[i] - mean[f]) / deviation[f], -FURTHEST, FURTHEST);
            values[i] = present[i / mean.length] ? away : 0;
        }
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
