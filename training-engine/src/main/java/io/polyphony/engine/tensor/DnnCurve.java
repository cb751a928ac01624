package io.polyphony.engine.tensor;

import io.polyphony.engine.onednn.Curve;
import io.polyphony.engine.onednn.Job;
import io.polyphony.engine.onednn.Job.Role;
import io.polyphony.engine.onednn.Job.Use;
import io.polyphony.engine.onednn.Layout;

/** A function of every number by itself, and back: x to y; x and dy to dx. */
final class DnnCurve {
    private DnnCurve() {}

    static Kernel forward(Call call, Curve curve) {
        var x = call.inputs().getFirst();
        try (var layout = Layout.of(x.size());
                var recipe = curve.forward(layout)) {
            return DnnKernel.of(
                    call,
                    new Job(
                            recipe,
                            new Use(Role.SOURCE, layout, x.memory()),
                            new Use(
                                    Role.RESULT,
                                    layout,
                                    call.outputs().getFirst().memory())));
        }
    }

    static Kernel backward(Call call, Curve curve) {
        var x = call.inputs().getFirst();
        try (var layout = Layout.of(x.size());
                var ahead = curve.forward(layout);
                var back = curve.backward(layout, ahead)) {
            return DnnKernel.of(
                    call,
                    new Job(
                            back,
                            new Use(Role.SOURCE, layout, x.memory()),
                            new Use(
                                    Role.RESULT_GRADIENT,
                                    layout,
                                    call.inputs().get(1).memory()),
                            new Use(
                                    Role.SOURCE_GRADIENT,
                                    layout,
                                    call.outputs().getFirst().memory())));
        }
    }
}
