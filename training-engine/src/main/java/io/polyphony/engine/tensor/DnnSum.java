package io.polyphony.engine.tensor;

import io.polyphony.engine.onednn.Extras;
import io.polyphony.engine.onednn.Job;
import io.polyphony.engine.onednn.Job.Role;
import io.polyphony.engine.onednn.Job.Use;
import io.polyphony.engine.onednn.Layout;
import io.polyphony.engine.onednn.Sum;

/** max(x + y, 0) of two tensors, at one go through memory. */
final class DnnSum {
    private DnnSum() {}

    static Kernel rectified(Call call) {
        var x = call.inputs().get(0);
        var y = call.inputs().get(1);
        var result = call.outputs().getFirst();
        try (var layout = Layout.of(x.size());
                var extras = Extras.none().rectified();
                var recipe = Sum.of(layout, extras)) {
            return DnnKernel.of(
                    call,
                    new Job(
                            recipe,
                            new Use(Role.SOURCE, layout, x.memory()),
                            new Use(Role.SECOND_SOURCE, layout, y.memory()),
                            new Use(Role.RESULT, layout, result.memory())));
        }
    }
}
