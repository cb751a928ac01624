package io.polyphony.referee;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A network in training: AdamW on batches that are views of rows made once, so that nothing but the step is timed. */
final class Training {
    private static final double LEARNING_RATE = 1e-3;
    private static final double WEIGHT_DECAY = 1e-4;
    private static final int BATCHES = 8;
    private final Fused network;
    private final AdamW optimizer;
    private final int batch;
    private final List<Tensor> rows = new ArrayList<>();
    private final List<Tensor> labels = new ArrayList<>();
    private final Tensor presence;
    private int next;

    Training(List<Encoder> encoders, long width, List<Integer> outputs, int batch) {
        this.network = new Fused(encoders, width, outputs);
        this.batch = batch;
        long count = (long) BATCHES * batch;
        encoders.forEach(encoder -> rows.add(encoder.rows(count)));
        outputs.forEach(width1 -> labels.add(
                width1 == 1
                        ? torch.randn(count, 1)
                        : torch.randint(width1, new long[] {count}).to(torch.ScalarType.Long)));
        this.presence = torch.ones(count, encoders.size());
        var options = new AdamWOptions(LEARNING_RATE);
        options.weight_decay().put(WEIGHT_DECAY);
        this.optimizer = new AdamW(network.parameters(), options);
        network.train(true);
    }

    /** So many steps; the processor time of this thread that they took, in nanoseconds. */
    long steps(int count) {
        var threads = ManagementFactory.getThreadMXBean();
        long started = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < count; i++) {
            step();
        }
        return threads.getCurrentThreadCpuTime() - started;
    }

    private void step() {
        try (var _ = new PointerScope()) {
            long from = (long) batch * (next++ % BATCHES);
            optimizer.zero_grad();
            var loss = network.loss(part(rows, from), presence.narrow(0, from, batch), part(labels, from));
            loss.backward();
            optimizer.step();
            if (!Double.isFinite(loss.item_double())) {
                throw new IllegalStateException("The loss was " + loss.item_double());
            }
        }
    }

    private List<Tensor> part(List<Tensor> all, long from) {
        return all.stream().map(tensor -> tensor.narrow(0, from, batch)).toList();
    }
}
