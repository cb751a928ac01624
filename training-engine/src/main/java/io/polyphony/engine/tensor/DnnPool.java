package io.polyphony.engine.tensor;

import io.polyphony.engine.onednn.Job;
import io.polyphony.engine.onednn.Job.Role;
import io.polyphony.engine.onednn.Job.Use;
import io.polyphony.engine.onednn.Pooling;

/** Maxima of 2 x 2 windows and where they were, and back: x to y and places; places and dy to dx. */
final class DnnPool {
    private DnnPool() {}

    static Kernel forward(Call call) {
        var x = call.inputs().getFirst();
        var y = call.outputs().getFirst();
        try (var whole = DnnConvolution.pictures(x.shape());
                var half = DnnConvolution.pictures(y.shape());
                var recipe = Pooling.forward(whole, half);
                var places = recipe.workspace()) {
            return DnnKernel.of(
                    call,
                    new Job(
                            recipe,
                            new Use(Role.SOURCE, whole, x.memory()),
                            new Use(Role.RESULT, half, y.memory()),
                            new Use(
                                    Role.WORKSPACE,
                                    places,
                                    call.outputs().get(1).memory())));
        }
    }

    static Kernel backward(Call call) {
        var dy = call.inputs().get(1);
        var dx = call.outputs().getFirst();
        try (var whole = DnnConvolution.pictures(dx.shape());
                var half = DnnConvolution.pictures(dy.shape());
                var ahead = Pooling.forward(whole, half);
                var places = ahead.workspace();
                var back = Pooling.backward(whole, half, ahead)) {
            return DnnKernel.of(
                    call,
                    new Job(
                            back,
                            new Use(
                                    Role.WORKSPACE,
                                    places,
                                    call.inputs().getFirst().memory()),
                            new Use(Role.RESULT_GRADIENT, half, dy.memory()),
                            new Use(Role.SOURCE_GRADIENT, whole, dx.memory())));
        }
    }
}
