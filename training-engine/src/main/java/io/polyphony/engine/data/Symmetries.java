package io.polyphony.engine.data;

/**
 * In which ways pictures may lie, as what is drawn on them shows: cells under a microscope are everywhere, but the sky is above and the street below. Where a class of
 * the masks leans to one side of its pictures on average, that side is one.
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

    private final double[] sums;
    private final double[] squares;
    private final int[] counts;

    private Symmetries(int classes) {
        sums = new double[2 * classes];
        squares = new double[2 * classes];
        counts = new int[classes];
    }

    /** All ways where nothing leans, sideways where something does up or down only. */
    public static Mirror of(Masks masks) {
        var symmetries = new Symmetries(masks.classes());
        int rows = Math.min(MOST_ROWS, masks.cells().length);
        for (int row = 0; row < rows; row++) {
            symmetries.add(masks, row);
        }
        boolean upright = symmetries.leans(0);
        boolean sided = symmetries.leans(1);
        return sided ? Mirror.NONE : upright ? Mirror.SIDEWAYS : Mirror.ALL_WAYS;
    }

    /** Where a row's classes lie, from the middle of what is known of it. */
    private void add(Masks masks, int row) {
        var values = new float[masks.pixels()];
        var known = new float[masks.pixels()];
        masks.read(row, values, known, 0);
        var middle = new double[3];
        var places = new double[counts.length][3];
        for (int i = 0; i < values.length; i++) {
            int y = i / masks.size();
            int x = i % masks.size();
            add(middle, known[i], y, x);
            if (counts.length == 2) {
                add(places[1], known[i] * values[i], y, x);
            } else {
                add(places[(int) values[i]], known[i], y, x);
            }
        }
        for (int c = 0; c < places.length; c++) {
            if (places[c][0] > 0) {
                counts[c]++;
                add(2 * c, places[c][1] / places[c][0] - middle[1] / middle[0]);
                add(2 * c + 1, places[c][2] / places[c][0] - middle[2] / middle[0]);
            }
        }
    }

    private static void add(double[] place, double weight, int y, int x) {
        place[0] += weight;
        place[1] += weight * y;
        place[2] += weight * x;
    }

    private void add(int at, double offset) {
        sums[at] += offset;
        squares[at] += offset * offset;
    }

    /** @param axis 0 for up or down, 1 for left or right */
    private boolean leans(int axis) {
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] >= FEWEST
                    && leans(sums[2 * c + axis] / counts[c], squares[2 * c + axis] / counts[c], counts[c])) {
                return true;
            }
        }
        return false;
    }

    private static boolean leans(double mean, double square, int count) {
        double offset = Math.abs(mean);
        double spread = Math.sqrt(Math.max(0, square - mean * mean));
        return offset > LEAST && offset > NOTABLE * spread && offset * Math.sqrt(count) > CERTAIN * spread;
    }
}
