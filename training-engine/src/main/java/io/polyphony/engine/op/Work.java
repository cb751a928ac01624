package io.polyphony.engine.op;

/** A primitive at one place of a program. Backward follows a forward run, in training or not; both allocate nothing. */
public interface Work {

    /** Overwrites the result. */
    void forward(Pass pass);

    /** Overwrites every wanted input gradient from the result's gradient; what the buffers held before does not matter. */
    void backward();
}
