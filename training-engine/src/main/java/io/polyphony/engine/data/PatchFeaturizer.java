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
        var scale = Standardisation.of(sums(patches, sums, pixels), sums.features(), row -> true);
        return new PatchFeaturizer(source, words, scale.mean(), scale.deviation());
    }

    @Override
    public InputLayout layout() {
        var read = source.layout();
        return new InputLayout(read.input(), read.modality(), Map.of(PATCHES, BlockLayout.dense(mean.length)));
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var pictures = source.apply(table, rows);
        var patches = patches(source);
        var values = sums(patches, new PatchSums(patches, words), pictures(pictures));
        new Standardisation(mean, deviation).apply(values, pictures.present());
        var block = new Block.Dense(new int[] {mean.length}, values);
        return new InputFeatures(pictures.input(), rows.length, Map.of(PATCHES, block), pictures.present());
    }

    @Override
    public Reading reading(Table table, int row) {
        return source.reading(table, row) instanceof Reading.Pixels box
                ? new Reading.Ninths(box, patches(source).height(), new PatchSums(patches(source), words).parts())
                : new Reading.Whole();
    }

    private static float[] sums(Patches patches, PatchSums sums, float[] pixels) {
        var pictures = pixels.length / patches.picture();
        var features = new float[Math.multiplyExact(pictures, sums.features())];
        IntStream.range(0, pictures)
                .parallel()
                .forEach(row -> sums.write(pixels, row * patches.picture(), features, row * sums.features()));
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
