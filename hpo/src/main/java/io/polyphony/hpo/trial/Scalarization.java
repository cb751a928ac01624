package io.polyphony.hpo.trial;

import java.util.Arrays;
import java.util.List;

/** Whether and how several objectives are made one. A single number hides what was traded for what, so this is done by name only. */
public enum Scalarization {
    NONE(
            "none",
            "Looks for the front: the trials that no other beats on all objectives. What to give up for what is decided afterwards."),
    WEIGHTED_SUM(
            "weighted-sum",
            "Adds the objectives up by their weights: for when a loss here is made up for by a gain there."),
    CHEBYSHEV("chebyshev", "Improves whichever objective lags behind most by its weight: for a balance between all.");

    private static final double AUGMENTED = 0.05;
    private final String label;
    private final String explanation;

    Scalarization(String label, String explanation) {
        this.label = label;
        this.explanation = explanation;
    }

    /** The name that it is asked for by. */
    public String label() {
        return label;
    }

    /** One sentence: what it does and when it is good. */
    public String explanation() {
        return explanation;
    }

    /**
     * Weighted losses as one; less is better. Of Chebyshev's form a little of the sum too, so that of two with the same laggard the better one is
     * better (Knowles, ParEGO, IEEE Trans. Evol. Comput. 10(1), 2006).
     *
     * @param weighted losses on a common scale, times their weights
     * @throws IllegalStateException if nothing is made one
     */
    public double of(double[] weighted) {
        double sum = Arrays.stream(weighted).sum();
        return switch (this) {
            case NONE -> throw new IllegalStateException("A front is no number. Maybe choose one of the others.");
            case WEIGHTED_SUM -> sum;
            case CHEBYSHEV -> Arrays.stream(weighted).max().orElseThrow() + AUGMENTED * sum;
        };
    }

    /** All names, the recommended first. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Scalarization::label).toList();
    }

    /**
     * The one of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Scalarization named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no scalarization (%s). Maybe one of %s?".formatted(name, names())));
    }
}
