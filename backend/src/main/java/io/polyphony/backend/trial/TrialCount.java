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
    /** Of no trial. */
    public static final TrialCount NONE = new TrialCount(0, 0, 0, 0, 0);

    /** These and one trial more. */
    public TrialCount and(Trial trial) {
        boolean here = trial.origin() != TrialOrigin.IMPORTED;
        boolean referee = trial.origin() == TrialOrigin.REFEREE;
        boolean success = trial.state() == TrialState.COMPLETED || trial.state() == TrialState.PRUNED;
        return new TrialCount(
                spent + (here && !referee ? 1 : 0),
                referees + (referee ? 1 : 0),
                failed + (here && trial.state() == TrialState.FAILED ? 1 : 0),
                succeeded + (here && success ? 1 : 0),
                Math.max(last, trial.number()));
    }

    /** The number of the next trial. */
    public int next() {
        return last + 1;
    }
}
