package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.PATCHES;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Images and spectrograms as sums over their patches, each minus its train mean and divided by its train deviation.
 *
 * @param source makes pictures [height, width, channels] of files
 */
record PatchFeaturizer(Featurizer source, PatchWords words, float[] mean, float[] deviation) implements Featurizer {
    /** Patches that words are found on. */
    private static final int SAMPLE = 20_000;

    private static final int SEED = 84;
    /** Sums that hardly differ among train rows say as much of others as noise does. */
    private static final double LEAST_DEVIATION = 1e-3;

    /** Deviations: what is further away, as what train rows lack is, is as far as that. */
    private static final float FURTHEST = 10;

    static PatchFeaturizer fit(PatchFeatures spec, Table table, InputSpec input, int[] trainRows) {
        var source = Featurizers.fit(spec.source(), table, input, trainRows);
        var read = source.apply(table, MediaColumn.sample(trainRows));
        var there = read.select(IntStream.range(0, read.rows())
                .filter(row -> read.present()[row])
                .toArray());
        var patches = patches(source);
        var pixels = there.rows() > 0 ? pictures(there) : new float[patches.picture()];
        var words = PatchWords.fit(patches.some(pixels, SAMPLE, new SplittableRandom(SEED)), spec.words());
        var sums = new PatchSums(patches, words);
        return new PatchFeaturizer(source, words, new float[sums.features()], new float[sums.features()])
                .scaledTo(pixels);
    }

    /** The same with the mean and deviation that the features of these pictures have. */
    private PatchFeaturizer scaledTo(float[] pixels) {
        var length = mean.length;
        var sums = sums(pixels);
        var middle = new float[length];
        var reach = new float[length];
        for (var f = 0; f < length; f++) {
            var feature = f;
            var moments = Moments.of(IntStream.range(0, sums.length / length)
                    .mapToDouble(row -> sums[row * length + feature])
                    .toArray());
            middle[f] = (float) moments.mean();
            reach[f] = (float) Math.max(LEAST_DEVIATION, moments.deviation());
        }
        return new PatchFeaturizer(source, words, middle, reach);
    }

    @Override
    public InputLayout layout() {
        var read = source.layout();
        return new InputLayout(read.input(), read.modality(), Map.of(PATCHES, BlockLayout.dense(mean.length)));
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var pictures = source.apply(table, rows);
        var values = sums(pictures(pictures));
        for (var i = 0; i < values.length; i++) {
            var f = i % mean.length;
            var away = Math.clamp((values[i] - mean[f]) / deviation[f], -FURTHEST, FURTHEST);
            values[i] = pictures.present()[i / mean.length] ? away : 0;
        }
        var block = new Block.Dense(new int[] {mean.length}, values);
        return new InputFeatures(pictures.input(), rows.length, Map.of(PATCHES, block), pictures.present());
    }

    @Override
    public Reading reading(Table table, int row) {
        return source.reading(table, row) instanceof Reading.Pixels box
                ? new Reading.Ninths(box, patches(source).height(), new PatchSums(patches(source), words).parts())
                : new Reading.Whole();
    }

    private float[] sums(float[] pixels) {
        var patches = patches(source);
        var sums = new PatchSums(patches, words);
        var pictures = pixels.length / patches.picture();
        var features = new float[Math.multiplyExact(pictures, mean.length)];
        IntStream.range(0, pictures)
                .parallel()
                .forEach(row -> sums.write(pixels, row * patches.picture(), features, row * mean.length));
        return features;
    }

    private static float[] pictures(InputFeatures read) {
        return ((Block.Dense) read.blocks().values().iterator().next()).values();
    }

    private static Patches patches(Featurizer source) {
        var shape = source.layout().blocks().values().iterator().next().shape();
        return new Patches(shape[0], shape[1], shape[2]);
    }
}
