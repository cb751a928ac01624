package io.polyphony.hpo.study;

/** Every assignment of a finite space has been proposed: the search is over. */
public final class SpaceExhausted extends RuntimeException {

    SpaceExhausted(int trials) {
        super("All assignments of the search space are among the %d trials. Maybe widen the space or end the search."
                .formatted(trials));
    }
}
