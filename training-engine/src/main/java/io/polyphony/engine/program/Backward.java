package io.polyphony.engine.program;

/** How often a program runs backward after a forward run. */
public enum Backward {
    /** It only answers. */
    NEVER,
    /** Once: what backward has read gives its memory to others. */
    ONCE,
    /** Several times, each with other output gradients: what forward left stays as it is. */
    REPEATEDLY
}
