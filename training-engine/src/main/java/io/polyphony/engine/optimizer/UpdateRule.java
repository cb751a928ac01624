package io.polyphony.engine.optimizer;

/** How numbers move against their gradient, and what is remembered of it. */
public interface UpdateRule {

    /** How many running vectors are kept, each as long as the parameters. */
    int memories();

    /**
     * Moves values [at, at + count).
     *
     * @param gradient from {@code gradientAt} on
     * @param memory the running vectors, in the values' places
     */
    void move(float[] values, int at, float[] gradient, int gradientAt, int count, float[][] memory, Motion motion);
}
