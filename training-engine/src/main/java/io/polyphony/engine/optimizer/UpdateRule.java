package io.polyphony.engine.optimizer;

/** How numbers move against their gradient, and what is remembered of it. */
public interface UpdateRule {

    /** How many running vectors are kept, each as long as the parameters. */
    int memories();

    /**
     * Moves values [from, to). Loops that read all arrays at the same place, and not many of them, become vector
     * instructions; others take ten times as long.
     *
     * @param gradient in the values' places
     * @param memory the running vectors, in the values' places
     */
    void move(float[] values, float[] gradient, float[][] memory, int from, int to, Motion motion);
}
