package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A matrix product per row: [batch, n, k] times [batch, k, m] is [batch, n, m].
 *
 * @param transposeA whether the first is given as [batch, k, n]
 * @param transposeB whether the second is given as [batch, m, k]
 */
public record BatchMatMul(boolean transposeA, boolean transposeB) implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var a = inputs.get(0);
        var b = inputs.get(1);
        ShapeMismatch.unless(
                a.rank() == 3
                        && b.rank() == 3
                        && a.extent(0) == b.extent(0)
                        && a.extent(transposeA ? 1 : 2) == b.extent(transposeB ? 2 : 1),
                "BatchMatMul",
                inputs,
                "[batch, n, k] and [batch, k, m]");
        return Shape.of(a.extent(0), a.extent(transposeA ? 2 : 1), b.extent(transposeB ? 1 : 2));
    }

    @Override
    public long flops(List<Shape> inputs) {
        return 2L * shape(inputs).size() * inputs.get(0).extent(transposeA ? 1 : 2);
    }

    @Override
    public String onnx(Twin twin) {
        return twin.node("MatMul", turned(twin, 0, transposeA), turned(twin, 1, transposeB));
    }

    private static String turned(Twin twin, int index, boolean transpose) {
        return transpose ? twin.transposed(twin.input(index), 0, 2, 1) : twin.input(index);
    }

    @Override
    public Work bind(Site site) {
        var a = site.input(0);
        var b = site.input(1);
        var forward = List.of(MatMul.multiply(site, a, b, site.output(), transposeA, transposeB));
        var backward = new ArrayList<Kernel>();
        if (site.wants(0)) {
            var dy = site.outputGradient();
            var da = site.inputGradient(0);
            backward.add(
                    transposeA
                            ? MatMul.multiply(site, b, dy, da, transposeB, true)
                            : MatMul.multiply(site, dy, b, da, false, !transposeB));
        }
        if (site.wants(1)) {
            var dy = site.outputGradient();
            var db = site.inputGradient(1);
            backward.add(
                    transposeB
                            ? MatMul.multiply(site, dy, a, db, true, transposeA)
                            : MatMul.multiply(site, a, dy, db, !transposeA, false));
        }
        return Kernels.work(forward, backward);
    }
}
