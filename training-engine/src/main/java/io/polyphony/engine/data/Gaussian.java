package io.polyphony.engine.data;

/**
 * How near a cell is to the middle of a box: exp(-d^2 / 2 sigma^2) within a radius, sigma a sixth of its diameter (Law and Deng
 * 2018, CornerNet; Zhou 2019).
 *
 * @param radius in cells, at least 0
 */
record Gaussian(int radius) {
    /** A box that is moved by the radius still covers the true one that well. */
    static final double LEAST_IOU = 0.7;

    /** Takes what belongs to a cell. */
    @FunctionalInterface
    interface Cell {
        /** @param place of the cell, line by line */
        void near(int place, float near);
    }

    static Gaussian around(double width, double height) {
        return new Gaussian((int) Math.max(0, radius(width, height)));
    }

    /**
     * The largest r at which a box keeps an intersection / union of 0.7 with one whose corners are at most r away in each
     * direction: both moved alike, (w - r)(h - r) / (2wh - (w - r)(h - r)); all drawn in, (w - 2r)(h - 2r) / wh; all drawn out,
     * wh / (w + 2r)(h + 2r).
     */
    static double radius(double width, double height) {
        var sum = width + height;
        var area = width * height;
        var moved = root(1, sum, area * (1 - LEAST_IOU) / (1 + LEAST_IOU));
        var within = root(4, 2 * sum, area * (1 - LEAST_IOU));
        var around = (-2 * sum + Math.sqrt(4 * sum * sum + 16 * area * (1 - LEAST_IOU) / LEAST_IOU)) / 8;
        return Math.min(moved, Math.min(within, around));
    }

    /** The smaller root of a r^2 - b r + c. */
    private static double root(double a, double b, double c) {
        return (b - Math.sqrt(b * b - 4 * a * c)) / (2 * a);
    }

    /** Every cell within the radius and the grid, by its nearness: 1 in the middle. */
    void draw(int line, int column, int grid, Cell cell) {
        var deviation = (2 * radius + 1) / 6.0;
        for (var y = Math.max(0, line - radius); y <= Math.min(grid - 1, line + radius); y++) {
            for (var x = Math.max(0, column - radius); x <= Math.min(grid - 1, column + radius); x++) {
                var square = (y - line) * (y - line) + (x - column) * (x - column);
                cell.near(y * grid + x, (float) Math.exp(-square / (2 * deviation * deviation)));
            }
        }
    }
}
