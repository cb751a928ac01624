package io.polyphony.engine.op;

/**
 * One step of one row of a recurrent network; every array holds rows one after the other. The drive is what the input
 * contributes to the gates, the echo what the state before contributes.
 */
interface Cell {

    /** Numbers per unit of drive and echo. */
    int gates();

    /** Numbers per unit that backward needs of forward. */
    int kept();

    /** Forgets what it carries besides the state. */
    void reset();

    /** Moves the state of row b on and keeps what backward needs. */
    void forward(int b, double[] drive, double[] echo, double[] state, double[] kept);

    /**
     * From the gradient of the state after to that of the state before (without what comes by the echo), of drive and of
     * echo.
     *
     * @param before the state before
     */
    void backward(int b, double[] kept, double[] before, double[] slope, double[] drive, double[] echo);
}
