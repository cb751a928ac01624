package io.polyphony.engine.training;

/**
 * What a training will hold, known before it starts.
 *
 * @param deviceBytes buffers of the program: activations, gradients, parameters
 * @param heapBytes Java arrays: embedding tables, optimizer state, snapshots
 * @param parameters numbers that are learned
 * @param flopsPerRow floating point operations of one row's forward and backward pass
 */
public record MemoryEstimate(long deviceBytes, long heapBytes, long parameters, long flopsPerRow) {}
