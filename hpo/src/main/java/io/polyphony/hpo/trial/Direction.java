package io.polyphony.hpo.trial;

/** Which way is better. */
public enum Direction {
    MINIMIZE,
    MAXIMIZE;

    /** The value turned so that less is better; applied twice, the value again. */
    double loss(double value) {
        return switch (this) {
            case MINIMIZE -> value;
            case MAXIMIZE -> -value;
        };
    }
}
