package io.polyphony.backend.trial;

/**
 * How many trials an experiment has.
 *
 * @param ranked all but referees
 * @param failed of all
 * @param succeeded completed or pruned, of all
 */
public record TrialCount(int ranked, int referees, int failed, int succeeded) {
    /** The number of the next trial. */
    public int next() {
        return ranked + referees + 1;
    }
}
