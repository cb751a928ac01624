package io.polyphony.engine.tensor;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's custom ops on cached contexts: about a microsecond per call, nothing allocated. */
final class Nd4jDevice implements Device {
    static final Nd4jDevice INSTANCE = new Nd4jDevice();

    private Nd4jDevice() {
        // One thread per training: sums keep their order, so losses are bit-identical, and trainings do not fight for
        // cores.
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        openblas.blas_set_num_threads(1);
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
        if (Gemm.fits(call)) {
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
        return new CachedKernel(call, op, context);
    }

    @Override
    public boolean knows(String operation, Precision precision) {
        return precision == Precision.FLOAT && DnnKernel.knows(operation);
    }

    /** Holds the call and so its tensors: the context alone would not keep them alive. */
    private record CachedKernel(Call call, CustomOp op, OpContext context) implements Kernel {
        @Override
        public void run() {
            Nd4j.getExecutioner().exec(op, context);
        }
    }
}
