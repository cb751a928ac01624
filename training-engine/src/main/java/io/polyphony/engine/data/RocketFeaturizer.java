package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.ROCKET;
import static io.polyphony.engine.data.InputLayout.SERIES;
import static io.polyphony.engine.data.InputLayout.WEIGHTS;

import io.polyphony.engine.data.Rocket.Row;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Series as the answers of fixed kernels, each answer minus its train mean and divided by its train deviation. Where the
 * channels are columns over time, the steps stay beside them: forecasts begin from those.
 *
 * @param source makes steps of cells
 */
record RocketFeaturizer(Featurizer source, Rocket rocket, float[] mean, float[] deviation) implements Featurizer {
    /** So many train rows tell means and deviations. */
    private static final int SAMPLE = 2048;

    static RocketFeaturizer fit(RocketFeatures spec, Featurizer source, Table table, int[] trainRows) {
        var rows = rows(source.apply(table, trainRows));
        var known = IntStream.range(0, rows.length)
                .filter(row -> rows[row].steps() > 0)
                .mapToObj(row -> rows[row])
                .toArray(Row[]::new);
        var some = known.length > 0 ? known : new Row[] {new Row(new float[channels(source)], 0, 1, channels(source))};
        var rocket = Rocket.fit(some, spec.features());
        int stride = Math.ceilDiv(some.length, SAMPLE);
        var answers = IntStream.iterate(0, row -> row < some.length, row -> row + stride)
                .mapToObj(row -> answers(rocket, some[row]))
                .toArray(float[][]::new);
        var mean = new float[rocket.features()];
        var deviation = new float[mean.length];
        for (var f = 0; f < mean.length; f++) {
            var feature = f;
            var moments = Moments.of(
                    Stream.of(answers).mapToDouble(row -> row[feature]).toArray());
            mean[f] = (float) moments.mean();
            deviation[f] = (float) moments.deviationOrOne();
        }
        return new RocketFeaturizer(source, rocket, mean, deviation);
    }

    private static float[] answers(Rocket rocket, Row row) {
        var answers = new float[rocket.features()];
        rocket.write(row, answers, 0);
        return answers;
    }

    @Override
    public InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(ROCKET, BlockLayout.dense(rocket.features()));
        if (overTime().isPresent()) {
            blocks.putAll(source.layout().blocks());
        }
        return new InputLayout(source.layout().input(), Modality.SERIES, blocks);
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var steps = source.apply(table, rows);
        var series = rows(steps);
        var answers = new float[Math.multiplyExact(rows.length, mean.length)];
        for (var row = 0; row < series.length; row++) {
            if (steps.present()[row]) {
                rocket.write(series[row], answers, row * mean.length);
                scale(answers, row * mean.length);
            }
        }
        var blocks = new LinkedHashMap<String, Block>();
        blocks.put(ROCKET, new Block.Dense(new int[] {mean.length}, answers));
        if (overTime().isPresent()) {
            blocks.putAll(steps.blocks());
        }
        return new InputFeatures(steps.input(), rows.length, blocks, steps.present());
    }

    @Override
    public OptionalInt overTime() {
        return source.overTime();
    }

    private void scale(float[] answers, int at) {
        for (var f = 0; f < mean.length; f++) {
            answers[at + f] = (answers[at + f] - mean[f]) / deviation[f];
        }
    }

    private static int channels(Featurizer source) {
        return source.layout().block(SERIES).shape()[1];
    }

    private static Row[] rows(InputFeatures features) {
        var series = (Block.Dense) Objects.requireNonNull(features.blocks().get(SERIES));
        var weights = (Block.Dense) Objects.requireNonNull(features.blocks().get(WEIGHTS));
        var length = series.shape()[0];
        var channels = series.shape()[1];
        return IntStream.range(0, features.rows())
                .mapToObj(row -> new Row(
                        series.values(),
                        row * length * channels,
                        steps(weights.values(), row * length, length),
                        channels))
                .toArray(Row[]::new);
    }

    /** Steps before the padding, which weighs nothing. */
    private static int steps(float[] weights, int from, int length) {
        var steps = length;
        while (steps > 0 && weights[from + steps - 1] == 0) {
            steps--;
        }
        return steps;
    }
}
