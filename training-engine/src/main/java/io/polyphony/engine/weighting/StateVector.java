package io.polyphony.engine.weighting;

import java.util.Arrays;

/** A weighting's memory as one vector: written in some order, read in the same. */
final class StateVector {
    private double[] numbers;
    private int at;

    /** An empty one, to be written. */
    StateVector() {
        this(new double[0]);
    }

    /** One to be read. */
    StateVector(double[] numbers) {
        this.numbers = numbers;
    }

    void put(double... more) {
        numbers = Arrays.copyOf(numbers, at + more.length);
        System.arraycopy(more, 0, numbers, at, more.length);
        at += more.length;
    }

    double get() {
        return numbers[at++];
    }

    void get(double[] target) {
        System.arraycopy(numbers, at, target, 0, target.length);
        at += target.length;
    }

    /** How many numbers are still to be read. */
    int left() {
        return numbers.length - at;
    }

    double[] numbers() {
        return numbers;
    }
}
