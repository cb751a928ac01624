package io.polyphony.hpo.pruner;

/**
 * How long the trainings of a study are, in the steps of their reports.
 *
 * @param first   the first step at which a pruner is asked; at least 1. Before, reports say little
 * @param longest the last step of the longest training; at least {@code first}
 */
public record Course(int first, int longest) {

    /** Judged from the first step to the 27th: for when nothing is known. */
    public static final Course USUAL = new Course(1, 27);

    public Course {
        if (first < 1 || longest < first) {
            throw new IllegalArgumentException(
                    "Trainings are judged from the step (%d) to the step (%d), of which the first must be at least 1 and the second no less."
                            .formatted(first, longest));
        }
    }
}
