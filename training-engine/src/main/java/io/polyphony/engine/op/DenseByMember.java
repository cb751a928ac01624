package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every member by a map of its own: members [batch, m, k], weights [m, k, n] and biases [m * n] are [batch, m, n]. */
public record DenseByMember() implements Primitive {
    private static final String PRODUCT = "product_by_member";

    @Override
    public Shape shape(List<Shape> inputs) {
        var members = inputs.get(0);
        var weights = inputs.get(1);
        ShapeMismatch.unless(
                members.rank() == 3
                        && weights.rank() == 3
                        && weights.extent(0) == members.extent(1)
                        && weights.extent(1) == members.last()
                        && inputs.get(2).equals(Shape.of(weights.extent(0) * weights.last())),
                "DenseByMember",
                inputs,
                "members [batch, m, k], weights [m, k, n] and biases [m * n]");
        return members.withLast(weights.last());
    }

    @Override
    public boolean readsInput(int index) {
        return index < 2;
    }

    @Override
    public long flops(List<Shape> inputs) {
        return 2L * inputs.get(0).size() * inputs.get(1).last();
    }

    @Override
    public String onnx(Twin twin) {
        var maps = twin.shape(1);
        var products = twin.node("MatMul", twin.widened(twin.input(0), 2), twin.input(1));
        var rows = twin.reshaped(products, maps.extent(0) * maps.last());
        return twin.reshaped(twin.node("Add", rows, twin.input(2)), maps.extent(0), maps.last());
    }

    @Override
    public Work bind(Site site) {
        return site.facts().knows(PRODUCT) ? inLibrary(site) : new Maps(site);
    }

    private static Work inLibrary(Site site) {
        var x = site.input(0);
        var weights = site.input(1);
        var y = rows(site.output());
        var forward = List.of(
                product(site, x, weights, site.output(), 1, 0, 0, 0, 1), BiasAdd.add(site, y, site.input(2), y));
        var backward = new ArrayList<Kernel>();
        if (site.wants(0)) {
            backward.add(product(site, site.outputGradient(), weights, site.inputGradient(0), 1, 0, 0, 1, 1));
        }
        if (site.wants(1)) {
            backward.add(product(site, x, site.outputGradient(), site.inputGradient(1), 1, 1, 1, 0, 0));
        }
        if (site.wants(2)) {
            backward.add(BiasAdd.sumRows(site, rows(site.outputGradient()), site.inputGradient(2)));
        }
        return Kernels.work(forward, backward);
    }

    /** @param ways of a whether its rows lie outermost and whether it is transposed, the same of b, and the first of the result */
    private static Kernel product(Site site, Tensor a, Tensor b, Tensor result, long... ways) {
        return site.kernel(Call.of(PRODUCT, List.of(a, b), List.of(result)).integers(ways));
    }

    private static Tensor rows(Tensor members) {
        var shape = members.shape();
        return members.reshaped(Shape.of(shape.extent(0), shape.extent(1) * shape.last()));
    }

    private static final class Maps implements Work {
        private final Site site;
        private final int batch;
        private final int members;
        private final int wide;
        private final int width;
        private final double[] weights;
        private final double[] biases;
        private final double[] row;
        private final double[] result;
        private final double[] weightSlopes;
        private final double[] rowSlopes;

        Maps(Site site) {
            this.site = site;
            batch = site.shape(0).extent(0);
            members = site.shape(1).extent(0);
            wide = site.shape(1).extent(1);
            width = site.shape(1).last();
            weights = new double[members * wide * width];
            biases = new double[members * width];
            row = new double[members * wide];
            result = new double[members * width];
            weightSlopes = new double[weights.length];
            rowSlopes = new double[row.length];
        }

        @Override
        public void forward(Pass pass) {
            site.input(1).read(0, weights, weights.length);
            site.input(2).read(0, biases, biases.length);
            for (int b = 0; b < batch; b++) {
                site.input(0).read(b * row.length, row, row.length);
                System.arraycopy(biases, 0, result, 0, result.length);
                for (int i = 0; i < row.length; i++) {
                    for (int j = 0; j < width; j++) {
                        result[i / wide * width + j] += row[i] * weights[i * width + j];
                    }
                }
                site.output().write(b * result.length, result, result.length);
            }
        }

        @Override
        public void backward() {
            site.input(1).read(0, weights, weights.length);
            Arrays.fill(weightSlopes, 0);
            Arrays.fill(biases, 0);
            for (int b = 0; b < batch; b++) {
                site.input(0).read(b * row.length, row, row.length);
                site.outputGradient().read(b * result.length, result, result.length);
                slopes();
                if (site.wants(0)) {
                    site.inputGradient(0).write(b * row.length, rowSlopes, row.length);
                }
            }
            if (site.wants(1)) {
                site.inputGradient(1).write(0, weightSlopes, weightSlopes.length);
            }
            if (site.wants(2)) {
                site.inputGradient(2).write(0, biases, biases.length);
            }
        }

        private void slopes() {
            for (int j = 0; j < result.length; j++) {
                biases[j] += result[j];
            }
            for (int i = 0; i < row.length; i++) {
                double slope = 0;
                for (int j = 0; j < width; j++) {
                    double upstream = result[i / wide * width + j];
                    weightSlopes[i * width + j] += row[i] * upstream;
                    slope += weights[i * width + j] * upstream;
                }
                rowSlopes[i] = slope;
            }
        }
    }
}
