package io.polyphony.engine.tensor;

import io.polyphony.engine.onednn.Curve;
import io.polyphony.engine.onednn.Engine;
import io.polyphony.engine.onednn.Job;
import java.lang.foreign.Arena;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls that oneDNN itself runs: several times faster than the old oneDNN within ND4J, and with kernels for processors
 * that the old OpenBLAS does not know.
 *
 * @param call holds the tensors, so that their memory stays
 * @param own memory besides the tensors
 * @param bytes of it
 */
record DnnKernel(Call call, List<Job> jobs, @Nullable Arena own, long bytes) implements Kernel {

    /** What the library can do; primitives that ask before do without it elsewhere. */
    private static final Map<String, Function<Call, Kernel>> KNOWN = Map.ofEntries(
            Map.entry("matmul", call -> DnnProduct.of(call, null)),
            Map.entry("xw_plus_b", call -> DnnProduct.of(call, call.inputs().get(2))),
            Map.entry("product_by_columns", DnnProduct::byColumns),
            Map.entry("product_by_member", DnnProduct::byMember),
            Map.entry("conv2d", DnnConvolution::forward),
            Map.entry("conv2d_bp", DnnConvolution::backward),
            Map.entry("largest_of_window", DnnPool::forward),
            Map.entry("largest_of_window_bp", DnnPool::backward),
            Map.entry("relu", call -> DnnCurve.forward(call, Curve.RELU)),
            Map.entry("relu_bp", call -> DnnCurve.backward(call, Curve.RELU)),
            Map.entry("rectified_sum", DnnSum::rectified),
            Map.entry("tanh", call -> DnnCurve.forward(call, Curve.TANH)),
            Map.entry("tanh_bp", call -> DnnCurve.backward(call, Curve.TANH)),
            Map.entry("gelu", call -> DnnCurve.forward(call, Curve.GELU)),
            Map.entry("gelu_bp", call -> DnnCurve.backward(call, Curve.GELU)),
            Map.entry("normalise", DnnLayerNorm::forward),
            Map.entry("normalise_bp", DnnLayerNorm::backward),
            Map.entry("attention", DnnAttention::forward),
            Map.entry("attention_bp", DnnAttention::backward));

    /** Whether there is such an operation here. */
    static boolean knows(String operation) {
        return Engine.present() && KNOWN.containsKey(operation);
    }

    static Kernel of(Call call) {
        Engine.oneThread();
        return Objects.requireNonNull(KNOWN.get(call.operation())).apply(call);
    }

    static Kernel of(Call call, Job... jobs) {
        return new DnnKernel(call, List.of(jobs), null, 0);
    }

    @Override
    public void run() {
        // By number: an iterator would be garbage, many times per step.
        for (int i = 0; i < jobs.size(); i++) {
            jobs.get(i).run();
        }
        Reference.reachabilityFence(call);
    }

    @Override
    public void close() {
        jobs.forEach(Job::close);
        if (own != null) {
            own.close();
        }
    }
}
