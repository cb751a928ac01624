package io.polyphony.hpo.trial;

/** One figure that the search improves, such as a task's validation metric. */
public record Objective(String name, Direction direction) {

    public static Objective minimize(String name) {
        return new Objective(name, Direction.MINIMIZE);
    }

    public static Objective maximize(String name) {
        return new Objective(name, Direction.MAXIMIZE);
    }

    /** The value turned so that less is better; NaN, which is worse than anything, becomes infinite. */
    public double loss(double value) {
        if (Double.isNaN(value)) {
            return Double.POSITIVE_INFINITY;
        }
        return switch (direction) {
            case MINIMIZE -> value;
            case MAXIMIZE -> -value;
        };
    }
}
