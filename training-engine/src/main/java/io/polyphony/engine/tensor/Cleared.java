package io.polyphony.engine.tensor;

/**
 * A kernel that writes a part of a tensor; the rest is to be zero.
 */
record Cleared(Tensor target, Kernel kernel) implements Kernel {
    @Override
    public void run() {
        target.clear();
        kernel.run();
    }

    @Override
    public long bytes() {
        return kernel.bytes();
    }

    @Override
    public void close() {
        kernel.close();
    }
}
