package io.polyphony.engine.data;

import java.util.random.RandomGenerator;

/**
 * How a square picture and its mask or boxes are moved, both alike: mirrored or turned by quarters, then turned, scaled and shifted
 * a little. Beyond the border the border goes on, or there is nothing.
 *
 * @param turn which of the eight ways in which a square falls on itself; bits: left for right, top for bottom, lines for columns
 * @param cos of the angle, times the scale of the source's steps
 * @param sin likewise
 * @param down share of the side
 * @param right share of the side
 * @param whole whether all of the source stays in sight, with nothing around it
 */
public record Movement(int turn, double cos, double sin, double down, double right, boolean whole) {
    /** Everything stays. */
    public static final Movement NONE = new Movement(0, 0, 1, 0, 0, false);

    static final int NOTHING = -1;

    private static final double SHIFT = 0.06;
    private static final double ANGLE = Math.toRadians(10);
    private static final double SCALE = 0.15;

    /** One of the eight ways in which a square falls on itself, and no more. */
    static Movement turned(int way) {
        return new Movement(way, 1, 0, 0, 0, true);
    }

    /** @param strength 1 is up to 6 % of the side, 10 degrees and 15 % */
    static Movement of(double strength, Leeway leeway, RandomGenerator random) {
        var angle = leeway.tilts() ? ANGLE * strength * either(random) : 0;
        var scale = Math.exp(SCALE * strength * either(random));
        return new Movement(
                leeway.ways().draw(random),
                scale * Math.cos(angle),
                scale * Math.sin(angle),
                SHIFT * strength * either(random),
                SHIFT * strength * either(random),
                false);
    }

    /**
     * One that keeps all of the picture in sight, so that nothing is lost that somebody counts. Half of them only mirror and turn
     * by quarters; the others also turn a little and make smaller what then has room.
     */
    static Movement whole(double strength, Leeway leeway, RandomGenerator random) {
        var turn = leeway.ways().draw(random);
        if (random.nextBoolean()) {
            return turned(turn);
        }
        var angle = leeway.tilts() ? ANGLE * strength * either(random) : 0;
        var extent = Math.cos(angle) + Math.abs(Math.sin(angle));
        var scale = extent * Math.exp(SCALE * strength * random.nextDouble());
        var room = (scale - extent) / 2;
        return new Movement(
                turn,
                scale * Math.cos(angle),
                scale * Math.sin(angle),
                room * either(random),
                room * either(random),
                true);
    }

    private static double either(RandomGenerator random) {
        return 2 * random.nextDouble() - 1;
    }

    /** Which pixel comes to lie on that one; {@link #NOTHING} where none does. */
    int source(int pixel, int size) {
        if (this == NONE) {
            return pixel;
        }
        var fromY = Math.round(sourceY(pixel / size, pixel % size, size));
        var fromX = Math.round(sourceX(pixel / size, pixel % size, size));
        var y = Math.clamp(fromY, 0, size - 1);
        var x = Math.clamp(fromX, 0, size - 1);
        return whole && (y != fromY || x != fromX) ? NOTHING : y * size + x;
    }

    double sourceY(int y, int x, int size) {
        var middle = (size - 1) / 2.0;
        var across = turnedX(y - middle, x - middle);
        var along = turnedY(y - middle, x - middle);
        return middle + cos * along + sin * across + down * size;
    }

    double sourceX(int y, int x, int size) {
        var middle = (size - 1) / 2.0;
        var across = turnedX(y - middle, x - middle);
        var along = turnedY(y - middle, x - middle);
        return middle + cos * across - sin * along + right * size;
    }

    /** Where a point of the source, line and column, comes to lie: the inverse of {@link #sourceY} and {@link #sourceX}. */
    double[] target(double y, double x, int size) {
        var middle = (size - 1) / 2.0;
        var fromY = y - middle - down * size;
        var fromX = x - middle - right * size;
        var square = cos * cos + sin * sin;
        var along = (cos * fromY - sin * fromX) / square;
        var across = (sin * fromY + cos * fromX) / square;
        along = (turn & 2) == 0 ? along : -along;
        across = (turn & 1) == 0 ? across : -across;
        return (turn & 4) == 0
                ? new double[] {middle + along, middle + across}
                : new double[] {middle + across, middle + along};
    }

    private double turnedY(double y, double x) {
        var picked = (turn & 4) == 0 ? y : x;
        return (turn & 2) == 0 ? picked : -picked;
    }

    private double turnedX(double y, double x) {
        var picked = (turn & 4) == 0 ? x : y;
        return (turn & 1) == 0 ? picked : -picked;
    }
}
