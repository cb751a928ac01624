package io.polyphony.engine.program;

/**
 * What a program takes, known before it is built.
 *
 * @param deviceBytes what will be allocated outside of the Java heap, but for a little of what libraries take for themselves
 * @param tableBytes embedding tables with their gradients, on the Java heap
 * @param parameters numbers that are learned, tables included
 * @param dense numbers that are learned but those of tables
 * @param flops of one batch, forward and backward
 */
public record Cost(long deviceBytes, long tableBytes, long parameters, long dense, long flops) {}
