package io.polyphony.hpo.space;

/**
 * The positions on the unit interval that stand for one value of a parameter.
 *
 * @param low  within [0, 1]
 * @param high within [low, 1]; equal to {@code low} if the parameter is continuous
 */
public record Cell(double low, double high) {

    /** The position that represents the value. */
    public double middle() {
        return 0.5 * (low + high);
    }

    /** The prior probability of the value; 0 if the parameter is continuous. */
    public double width() {
        return high - low;
    }

    static Cell point(double unit) {
        return new Cell(unit, unit);
    }

    static Cell ofIndex(long index, long count) {
        return new Cell((double) index / count, (index + 1.0) / count);
    }

    static int indexAt(double unit, int count) {
        return Math.clamp((int) Math.floor(unit * count), 0, count - 1);
    }
}
