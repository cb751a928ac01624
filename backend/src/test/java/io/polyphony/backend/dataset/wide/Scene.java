package io.polyphony.backend.dataset.wide;

import java.util.Random;
import java.util.stream.IntStream;

/** A bright disc on dark ground. */
record Scene(double x, double y, double radius, int[] colour) {
    private static final int GROUND = 10;

    static Scene of(Random random) {
        return new Scene(
                random.nextDouble(0.2, 0.8),
                random.nextDouble(0.2, 0.8),
                random.nextDouble(0.15, 0.35),
                random.ints(3, 100, 256).toArray());
    }

    int[] grey(int side) {
        return IntStream.range(0, side * side)
                .map(i -> level(i / side, i % side, side, 0))
                .toArray();
    }

    int[] coloured(int side, boolean planes) {
        int pixels = side * side;
        return IntStream.range(0, 3 * pixels)
                .map(i -> {
                    int pixel = planes ? i % pixels : i / 3;
                    return level(pixel / side, pixel % side, side, planes ? i / pixels : i % 3);
                })
                .toArray();
    }

    int level(int row, int column, int side, int channel) {
        boolean inside = Math.hypot((column + 0.5) / side - x, (row + 0.5) / side - y) < radius;
        return inside ? colour[channel] : GROUND;
    }
}
