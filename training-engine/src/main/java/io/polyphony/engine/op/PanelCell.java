package io.polyphony.engine.op;

/**
 * One step of all rows of a recurrent network at once, in single precision. A panel has one number per row and unit; drive,
 * echo and what is kept are several panels. The drive is what the input contributes to the gates, the echo what the state
 * before contributes.
 */
interface PanelCell {

    /** Forgets what it carries besides the state. */
    void reset();

    /** Whether echo and drive have one gradient, so that backward need not write both. */
    default boolean alike() {
        return false;
    }

    /** Moves the state on and keeps what backward needs. */
    void forward(float[][] drive, float[][] echo, float[] state, float[][] kept);

    /**
     * From the gradient of the state after to that of the state before (without what comes by the echo), of drive and of
     * echo.
     *
     * @param before the state before
     */
    void backward(float[][] kept, float[] before, float[] slope, float[][] drive, float[][] echo);

    /** These numbers took no part in the last step: what the cell carries of them is as it was before. */
    void undo(int from, int count);
}
