package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * In which ways pictures may lie, as what is drawn on them shows: cells under a microscope are everywhere, but the sky is above and the street below. A class leans to a
 * side where its mean over the pictures does, for certain and notably.
 */
public final class Symmetries {
    private static final int MOST_ROWS = 1000;
    private static final int FEWEST = 10;
    /** Of the mean's standard error. */
    private static final double CERTAIN = 4;
    /** Of how much pictures differ. */
    private static final double NOTABLE = 0.5;
    /** Of a pixel. */
    private static final double LEAST = 0.01;

    private Symmetries() {}

    /** All ways where no class leans, sideways where some do up or down only. */
    public static Mirror of(Masks masks) {
        var offsets = IntStream.range(0, Math.min(MOST_ROWS, masks.cells().length))
                .mapToObj(row -> offsets(masks, row))
                .toArray(double[][][]::new);
        if (leans(offsets, masks.classes(), 1)) {
            return Mirror.NONE;
        }
        return leans(offsets, masks.classes(), 0) ? Mirror.SIDEWAYS : Mirror.ALL_WAYS;
    }

    /** Per class how far down and how far right of the middle of all that is known it lies; NaN where there is none of it. */
    private static double[][] offsets(Masks masks, int row) {
        var values = new float[masks.pixels()];
        var known = new float[masks.pixels()];
        masks.read(row, values, known, 0);
        var all = new double[3];
        var places = new double[masks.classes()][3];
        for (int i = 0; i < values.length; i++) {
            boolean shares = places.length == 2;
            add(all, known[i], i, masks.size());
            add(places[shares ? 1 : (int) values[i]], shares ? known[i] * values[i] : known[i], i, masks.size());
        }
        return Arrays.stream(places)
                .map(place ->
                        new double[] {place[1] / place[0] - all[1] / all[0], place[2] / place[0] - all[2] / all[0]})
                .toArray(double[][]::new);
    }

    private static void add(double[] place, double weight, int pixel, int size) {
        place[0] += weight;
        place[1] += weight * (pixel / size);
        place[2] += weight * (pixel % size);
    }

    private static boolean leans(double[][][] offsets, int classes, int axis) {
        return IntStream.range(0, classes)
                .mapToObj(c -> Arrays.stream(offsets)
                        .mapToDouble(row -> row[c][axis])
                        .filter(offset -> !Double.isNaN(offset))
                        .toArray())
                .anyMatch(own -> own.length >= FEWEST && leans(Moments.of(own), own.length));
    }

    private static boolean leans(Moments moments, int count) {
        double offset = Math.abs(moments.mean());
        return offset > LEAST
                && offset > NOTABLE * moments.deviation()
                && offset * Math.sqrt(count) > CERTAIN * moments.deviation();
    }
}
