package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.PIXELS;

import java.util.Arrays;
import java.util.Map;

/**
 * Images as squares of pixels, minus a mean and divided by a deviation; a border that the aspect leaves is 0.
 *
 * @param mean of the train rows, by channel
 * @param deviation likewise
 * @param relative whether every picture has its own mean and deviation, over all channels, instead; false in those stored before there was a choice
 */
record PixelFeaturizer(
        String input, String column, int size, int channels, float[] mean, float[] deviation, boolean relative)
        implements Featurizer {

    /** Contrast below one grey level is no contrast. */
    private static final double LEAST_DEVIATION = 1.0 / 255;

    static PixelFeaturizer fit(PixelFeatures spec, Table table, InputSpec input, int[] trainRows) {
        var files = MediaColumn.of(table, input);
        var sums = new double[spec.channels()];
        var squares = new double[spec.channels()];
        var count = new long[1];
        files.each(
                MediaColumn.sample(trainRows),
                how(spec.size(), spec.channels()),
                decoder(spec.size(), spec.channels()),
                (_, decoded) -> {
                    if (decoded != null) {
                        var fitted = Picture.of(decoded).centred(spec.size(), new float[spec.channels()]);
                        count[0] += (long) fitted.height() * fitted.width();
                        add(fitted.values(), sums, squares);
                    }
                });
        return of(spec, input, sums, squares, count[0]);
    }

    private static PixelFeaturizer of(
            PixelFeatures spec, InputSpec input, double[] sums, double[] squares, long count) {
        var mean = new float[spec.channels()];
        var deviation = new float[spec.channels()];
        for (var c = 0; c < mean.length; c++) {
            var average = count == 0 ? 0 : sums[c] / count;
            mean[c] = (float) average;
            deviation[c] = count == 0
                    ? 1
                    : (float) Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, squares[c] / count - average * average)));
        }
        return new PixelFeaturizer(
                input.name(),
                input.columns().getFirst(),
                spec.size(),
                spec.channels(),
                mean,
                deviation,
                spec.light() == Light.RELATIVE);
    }

    @Override
    public InputLayout layout() {
        return new InputLayout(input, Modality.IMAGE, Map.of(PIXELS, BlockLayout.dense(size, size, channels)));
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var files = MediaColumn.of(table, column);
        var length = size * size * channels;
        var values = new float[Math.multiplyExact(rows.length, length)];
        var present = new boolean[rows.length];
        files.each(rows, how(size, channels), decoder(size, channels), (place, decoded) -> {
            if (decoded != null) {
                present[place] = true;
                write(Picture.of(decoded), values, place * length);
            }
        });
        var block = new Block.Dense(new int[] {size, size, channels}, values);
        return new InputFeatures(input, rows.length, Map.of(PIXELS, block), present);
    }

    private static MediaColumn.Decoder<Decoded> decoder(int size, int channels) {
        return bytes -> ImageDecoder.decode(bytes, size, channels).scaled(size).decoded();
    }

    private static String how(int size, int channels) {
        return "pixels %d %d".formatted(size, channels);
    }

    @Override
    public Reading reading(Table table, int row) {
        var picture = MediaColumn.of(table, column).decode(row, bytes -> ImageDecoder.decode(bytes, size, channels));
        if (picture == null) {
            return new Reading.Pixels(0, 0, size, size);
        }
        var box = new Letterbox(picture.height(), picture.width(), size);
        return new Reading.Pixels(box.top(), box.left(), box.tall(), box.wide());
    }

    private void write(Picture picture, float[] target, int start) {
        var middle = relative ? everywhere(own(picture).mean()) : mean;
        var reach = relative ? everywhere(Math.max(LEAST_DEVIATION, own(picture).deviationOrOne())) : deviation;
        var pixels = picture.centred(size, middle).values();
        for (var i = 0; i < pixels.length; i++) {
            target[start + i] = (pixels[i] - middle[i % channels]) / reach[i % channels];
        }
    }

    private static Moments own(Picture picture) {
        var values = new double[picture.values().length];
        Arrays.setAll(values, i -> picture.values()[i]);
        return Moments.of(values);
    }

    private float[] everywhere(double value) {
        var channelwise = new float[channels];
        Arrays.fill(channelwise, (float) value);
        return channelwise;
    }

    private static void add(float[] values, double[] sums, double[] squares) {
        for (var i = 0; i < values.length; i++) {
            var c = i % sums.length;
            sums[c] += values[i];
            squares[c] += (double) values[i] * values[i];
        }
    }
}
