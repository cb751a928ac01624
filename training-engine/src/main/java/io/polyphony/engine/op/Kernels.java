package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Kernel;
import java.util.List;

/** Several kernels in a row, perhaps none. */
record Kernels(List<Kernel> kernels) implements Kernel {
    Kernels {
        kernels = List.copyOf(kernels);
    }

    @Override
    public void run() {
        for (var kernel : kernels) {
            kernel.run();
        }
    }

    /** Work that is nothing but kernels, the same in training and evaluation. */
    static Work work(List<Kernel> forward, List<Kernel> backward) {
        var ahead = new Kernels(forward);
        var back = new Kernels(backward);
        return new Work() {
            @Override
            public void forward(Pass pass) {
                ahead.run();
            }

            @Override
            public void backward() {
                back.run();
            }
        };
    }
}
