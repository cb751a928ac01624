package io.polyphony.engine.tensor;

import io.polyphony.engine.onednn.Job;
import io.polyphony.engine.onednn.Job.Role;
import io.polyphony.engine.onednn.Job.Use;
import io.polyphony.engine.onednn.LayerNormalisation;
import io.polyphony.engine.onednn.Layout;

/**
 * Layer normalisation and back: x, gain and shift to y, means and variances; x, gain, means, variances and dy to dx and the
 * gradients of gain and shift. The only real setting is epsilon.
 */
final class DnnLayerNorm {
    private DnnLayerNorm() {}

    static Kernel forward(Call call) {
        var x = call.inputs().getFirst();
        try (var rows = Layout.of(x.shape().rows(), x.shape().last());
                var moments = Layout.of(x.shape().rows());
                var columns = Layout.of(x.shape().last());
                var recipe = LayerNormalisation.forward(rows, moments, call.reals()[0])) {
            return DnnKernel.of(
                    call,
                    new Job(
                            recipe,
                            new Use(Role.SOURCE, rows, x.memory()),
                            new Use(Role.SCALE, columns, call.inputs().get(1).memory()),
                            new Use(Role.SHIFT, columns, call.inputs().get(2).memory()),
                            new Use(Role.RESULT, rows, call.outputs().get(0).memory()),
                            new Use(Role.MEAN, moments, call.outputs().get(1).memory()),
                            new Use(
                                    Role.VARIANCE,
                                    moments,
                                    call.outputs().get(2).memory())));
        }
    }

    static Kernel backward(Call call) {
        var x = call.inputs().getFirst();
        try (var rows = Layout.of(x.shape().rows(), x.shape().last());
                var moments = Layout.of(x.shape().rows());
                var columns = Layout.of(x.shape().last());
                var ahead = LayerNormalisation.forward(rows, moments, call.reals()[0]);
                var back = LayerNormalisation.backward(rows, moments, call.reals()[0], ahead)) {
            return DnnKernel.of(
                    call,
                    new Job(
                            back,
                            new Use(Role.SOURCE, rows, x.memory()),
                            new Use(Role.SCALE, columns, call.inputs().get(1).memory()),
                            new Use(Role.MEAN, moments, call.inputs().get(2).memory()),
                            new Use(Role.VARIANCE, moments, call.inputs().get(3).memory()),
                            new Use(
                                    Role.RESULT_GRADIENT,
                                    rows,
                                    call.inputs().get(4).memory()),
                            new Use(
                                    Role.SOURCE_GRADIENT,
                                    rows,
                                    call.outputs().get(0).memory()),
                            new Use(
                                    Role.SCALE_GRADIENT,
                                    columns,
                                    call.outputs().get(1).memory()),
                            new Use(
                                    Role.SHIFT_GRADIENT,
                                    columns,
                                    call.outputs().get(2).memory())));
        }
    }
}
