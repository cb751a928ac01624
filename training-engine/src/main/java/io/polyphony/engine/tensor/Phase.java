package io.polyphony.engine.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * Every stride-th pixel along one axis, and which taps of a window that moves by the stride ever see them: together a smaller
 * axis, over which a smaller window moves pixel by pixel.
 *
 * @param first the first such pixel, 0..stride - 1
 * @param tap the first such tap; every stride-th from there on is one
 * @param taps how many there are, perhaps none
 * @param before zeros ahead of the smaller axis
 */
record Phase(int first, int tap, int taps, int before) {

    /**
     * The phases of an axis whose extent is a multiple of the stride.
     *
     * @param before zeros ahead of the axis
     */
    static List<Phase> along(int kernel, int stride, int before) {
        var phases = new ArrayList<Phase>();
        for (int first = 0; first < stride; first++) {
            int tap = (first + before) % stride;
            int taps = Math.ceilDiv(Math.max(0, kernel - tap), stride);
            phases.add(new Phase(first, tap, taps, (first + before) / stride));
        }
        return phases;
    }

    /** Zeros behind the smaller axis, so that it keeps its size. */
    int after() {
        return taps - 1 - before;
    }
}
