package io.polyphony.hpo.analysis;

/** There are not enough completed trials to say anything: an answer would be noise that looks like knowledge. */
public final class TooFewTrials extends RuntimeException {

    TooFewTrials(int found, int needed) {
        super("There are %d completed trials, but importance needs %d. Maybe come back when more have completed."
                .formatted(found, needed));
    }
}
