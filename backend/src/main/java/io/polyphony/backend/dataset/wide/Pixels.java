package io.polyphony.backend.dataset.wide;

import io.polyphony.backend.dataset.array.Raster;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether the columns of a table are the pixels of square pictures, row by row: what lies beside and below is much more alike than what lies half a row away. */
final class Pixels {
    private static final int SMALLEST = 8;
    private static final int COLOURS = 3;
    private static final int WHITE = 255;
    /** A number of the row and a class. */
    private static final int MOST_OTHERS = 2;

    /** Of scikit-learn's and UCI's digits, which count the dots of 4 by 4. */
    private static final int FEW_LEVELS = 16;

    /** So much rougher is what lies half a row away than what lies beside or below. */
    private static final double ALIKE = 0.7;

    private Pixels() {}

    /** How many of so many numbered columns are no pixels, where the others may be: 0 to 2, or -1. */
    static int others(int columns) {
        return IntStream.rangeClosed(0, MOST_OTHERS)
                .filter(others -> side(columns - others) > 0)
                .findFirst()
                .orElse(-1);
    }

    private static int side(int columns) {
        return exactSide(columns) > 0 ? exactSide(columns) : columns % COLOURS == 0 ? exactSide(columns / COLOURS) : 0;
    }

    private static int exactSide(int pixels) {
        int side = (int) Math.round(Math.sqrt(pixels));
        return side >= SMALLEST && side * side == pixels ? side : 0;
    }

    /** How they are pictures; empty where they are none. */
    static Optional<Raster> raster(Roughness rough) {
        int columns = rough.rows()[0].length;
        int side = side(columns);
        double white = white(rough.rows());
        if (side == 0 || white == 0) {
            return Optional.empty();
        }
        boolean coloured = side * side < columns;
        boolean planes = coloured && rough.at(side) < rough.at(COLOURS * side);
        int step = coloured && !planes ? COLOURS : 1;
        return isPicture(rough, side, step)
                ? Optional.of(new Raster(side, side, coloured ? COLOURS : 1, planes, 0, white))
                : Optional.empty();
    }

    /** @param step from a pixel to the next */
    private static boolean isPicture(Roughness rough, int side, int step) {
        double half = ALIKE * rough.at(side / 2 * step);
        return rough.at(step) < half && rough.at(side * step) < half;
    }

    /** What is white; 0 where the numbers are no light. */
    private static double white(double[][] rows) {
        var facts = Arrays.stream(rows)
                .flatMapToDouble(Arrays::stream)
                .filter(x -> !Double.isNaN(x))
                .summaryStatistics();
        boolean whole =
                Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(x -> Double.isNaN(x) || x == Math.rint(x));
        if (facts.getMin() < 0 || facts.getMax() > WHITE || facts.getMax() == 0) {
            return 0;
        }
        double levels = facts.getMax() <= 1 ? 1 : facts.getMax() <= FEW_LEVELS ? FEW_LEVELS : WHITE;
        return whole || levels == 1 ? levels : 0;
    }
}
