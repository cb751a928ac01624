package io.polyphony.benchmarks.speed;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What one core of this machine does at most: oneDNN's product of two large square matrices. */
final class Peak {
    private static final int SIDE = 1024;
    private static final int RUNS = 20;

    private Peak() {}

    /** The best of some runs, in floating point operations per second of processor time. */
    static double flops() {
        var device = Device.cpu();
        var matrices = Stream.generate(() -> device.allocate(Precision.FLOAT, Shape.of(SIDE, SIDE)))
                .limit(3)
                .toList();
        try (var product = device.kernel(Call.of("matmul", matrices.subList(0, 2), matrices.subList(2, 3))
                .integers(0, 0, 0))) {
            return DoubleStream.generate(() -> perSecond(product))
                    .limit(RUNS)
                    .max()
                    .orElseThrow();
        } finally {
            matrices.forEach(Tensor::close);
        }
    }

    private static double perSecond(Kernel product) {
        long mark = Duel.processor();
        product.run();
        return 2.0 * SIDE * SIDE * SIDE / (Duel.processor() - mark) * 1e9;
    }
}
