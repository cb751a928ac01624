package io.polyphony.engine.tensor;

import org.nd4j.linalg.cpu.nativecpu.CpuBackend;

/**
 * ND4J takes the available backend of highest priority. This one is the CPU's, and is available where the CUDA backend is built
 * in but could not run: it comes first then, so that ND4J does not even try.
 */
public final class ProcessorBackend extends CpuBackend {
    @Override
    public boolean isAvailable() {
        return Gpu.obstacle().isPresent();
    }

    @Override
    public int getPriority() {
        return BACKEND_PRIORITY_GPU + 1;
    }
}
