package io.polyphony.engine.tensor;

import java.lang.ref.Reference;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * A product of two float matrices straight from OpenBLAS: the library's own matmul op makes up its mind anew at every call,
 * which costs more than a small product itself.
 */
final class Gemm implements Kernel {
    private final Call call;
    private final FloatPointer a;
    private final FloatPointer b;
    private final FloatPointer c;
    private final int rows;
    private final int columns;
    private final int inner;
    private final int transposeA;
    private final int transposeB;
    private final int strideA;
    private final int strideB;

    private Gemm(Call call) {
        this.call = call;
        var left = call.inputs().get(0);
        var right = call.inputs().get(1);
        boolean flipA = call.integers()[0] != 0;
        boolean flipB = call.integers()[1] != 0;
        rows = left.shape().extent(flipA ? 1 : 0);
        inner = left.shape().extent(flipA ? 0 : 1);
        columns = right.shape().extent(flipB ? 0 : 1);
        transposeA = flipA ? openblas.CblasTrans : openblas.CblasNoTrans;
        transposeB = flipB ? openblas.CblasTrans : openblas.CblasNoTrans;
        strideA = left.shape().last();
        strideB = right.shape().last();
        a = left.pointer();
        b = right.pointer();
        c = call.outputs().getFirst().pointer();
    }

    /** Whether the call is such a product. */
    static boolean fits(Call call) {
        return call.operation().equals("matmul")
                && call.inputs().stream()
                        .allMatch(t ->
                                t.precision() == Precision.FLOAT && t.shape().rank() == 2)
                && call.integers()[2] == 0;
    }

    static Kernel of(Call call) {
        return new Gemm(call);
    }

    @Override
    public void run() {
        openblas.cblas_sgemm(
                openblas.CblasRowMajor,
                transposeA,
                transposeB,
                rows,
                columns,
                inner,
                1f,
                a,
                strideA,
                b,
                strideB,
                0f,
                c,
                columns);
        Reference.reachabilityFence(call);
    }
}
