package io.polyphony.engine.data;

/**
 * What somebody would say of a forecast's steps who repeats the last season, in the scale of the targets.
 *
 * @param steps as many as targets; empty where there is no past
 * @param misses per row, by how much the past that the row sees misses on average where it repeats itself; NaN where too little of it
 *     is known
 */
@SuppressWarnings("ArrayRecordComponent")
public record Repeated(float[] steps, float[] misses) {
    /** For tasks other than forecasts. */
    public static final Repeated NOTHING = new Repeated(new float[0], new float[0]);

    public boolean nothing() {
        return steps.length == 0;
    }

    /** Of these rows, in this order. */
    public Repeated select(int[] rows) {
        if (nothing()) {
            return this;
        }
        var width = steps.length / misses.length;
        var selected = new float[rows.length * width];
        var missed = new float[rows.length];
        for (var i = 0; i < rows.length; i++) {
            System.arraycopy(steps, rows[i] * width, selected, i * width, width);
            missed[i] = misses[rows[i]];
        }
        return new Repeated(selected, missed);
    }
}
