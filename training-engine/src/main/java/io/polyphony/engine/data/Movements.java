package io.polyphony.engine.data;

import java.util.Arrays;

/** How the pictures of one batch were moved, so that their masks can follow. Written when a batch is filled, read afterwards. */
public final class Movements {
    private final Movement[] places;

    /** @param batch rows of a batch */
    public Movements(int batch) {
        places = new Movement[batch];
        Arrays.fill(places, Movement.NONE);
    }

    /** How the picture in that place of the batch was moved last. */
    public Movement at(int place) {
        return places[place];
    }

    void moved(int place, Movement movement) {
        places[place] = movement;
    }
}
