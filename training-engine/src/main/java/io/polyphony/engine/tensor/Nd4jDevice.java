package io.polyphony.engine.tensor;

import java.lang.ref.Reference;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.slf4j.LoggerFactory;

/**
 * ND4J's custom ops on cached contexts: about a microsecond per call on the CPU, nothing allocated. On a GPU the host's memory
 * stays the truth: every call brings its inputs there and its results back.
 */
final class Nd4jDevice implements Device {
    static final Nd4jDevice INSTANCE = new Nd4jDevice();
    private final boolean graphics;

    private Nd4jDevice() {
        Gpu.obstacle().ifPresent(LoggerFactory.getLogger(Nd4jDevice.class)::warn);
        graphics = !(Nd4j.getBackend() instanceof CpuBackend);
        if (!graphics) {
            // One thread per training: sums keep their order, so losses are bit-identical, and trainings do not fight
            // for cores.
            Nd4j.getEnvironment().setMaxThreads(1);
            Nd4j.getEnvironment().setMaxMasterThreads(1);
            openblas.blas_set_num_threads(1);
        }
    }

    @Override
    public Tensor allocate(Precision precision, Shape shape) {
        var type = switch (precision) {
            case FLOAT -> DataType.FLOAT;
            case DOUBLE -> DataType.DOUBLE;
        };
        return new Tensor(Nd4j.createUninitializedDetached(type, shape.longs()).assign(0), null, shape, precision);
    }

    @Override
    public Kernel kernel(Call call) {
        if (knows(call.operation(), call.inputs().getFirst().precision())) {
            return DnnKernel.of(call);
        }
        if (!graphics && Gemm.fits(call)) {
            return Gemm.of(call);
        }
        var op = DynamicCustomOp.builder(call.operation()).build();
        var context = Nd4j.getExecutioner().buildContext();
        for (int i = 0; i < call.inputs().size(); i++) {
            context.setInputArray(i, call.inputs().get(i).array());
        }
        for (int i = 0; i < call.outputs().size(); i++) {
            context.setOutputArray(i, call.outputs().get(i).array());
        }
        context.setIArguments(call.integers());
        context.setTArguments(call.reals());
        context.setBArguments(call.flags());
        return graphics
                ? new ThereAndBack(new CachedKernel(call, op, context))
                : new Direct(call, op.opHash(), context);
    }

    @Override
    public boolean knows(String operation, Precision precision) {
        return !graphics && precision == Precision.FLOAT && DnnKernel.knows(operation);
    }

    /** Past ND4J's executioner, whose lists and checks are garbage at every call. Holds the call and so its tensors, which the context alone would not keep alive. */
    private record Direct(Call call, long operation, OpContext context) implements Kernel {
        private static final NativeOps LIBRARY = NativeOpsHolder.getInstance().getDeviceNativeOps();

        @Override
        public void run() {
            int status = LIBRARY.execCustomOp2(null, operation, context.contextPointer());
            if (status != 0 || LIBRARY.lastErrorCode() != 0) {
                throw new IllegalStateException(
                        "The operation (%s) failed: %s".formatted(call.operation(), LIBRARY.lastErrorMessage()));
            }
            Reference.reachabilityFence(call);
        }
    }

    /** Holds the call and so its tensors: the context alone would not keep them alive. */
    private record CachedKernel(Call call, CustomOp op, OpContext context) implements Kernel {
        @Override
        public void run() {
            Nd4j.getExecutioner().exec(op, context);
        }
    }

    /** The same where the numbers must be brought to another memory. Outputs are brought as well: some calls write only a part. */
    private record ThereAndBack(CachedKernel kernel) implements Kernel {
        @Override
        public void run() {
            var affinity = Nd4j.getAffinityManager();
            var call = kernel.call();
            Stream.of(call.inputs(), call.outputs())
                    .flatMap(List::stream)
                    .forEach(tensor -> affinity.tagLocation(tensor.array(), Location.HOST));
            kernel.run();
            Nd4j.getExecutioner().commit();
            call.outputs().forEach(tensor -> affinity.ensureLocation(tensor.array(), Location.HOST));
        }
    }
}
