package io.polyphony.backend.trial;

/**
 * How many trials an experiment has.
 *
 * @param spent those that count against the budget: neither referees nor imported ones
 * @param failed of all
 * @param succeeded completed or pruned here, of all
 * @param last the greatest number
 */
public record TrialCount(int spent, int referees, int failed, int succeeded, int last) {
    /** The number of the next trial. */
    public int next() {
        return last + 1;
    }
}
