package io.polyphony.engine.head;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.op.Add;
import io.polyphony.engine.op.MatMul;
import io.polyphony.engine.op.Member;
import io.polyphony.engine.op.Multiply;
import io.polyphony.engine.op.Transpose;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is known of the very step that a forecast tells, such as a holiday, changes it by as much wherever it stands: one weight per column and
 * forecast, the same for all steps (as the covariates of linear regressions with errors over time). Weights begin at zero; what else
 * there is to it, the rest of the network learns.
 *
 * @param tasks the forecasts, each of as many steps as are known
 */
public record KnownAhead(Graph graph, InputLayout layout, List<String> tasks) {

    /** Forecasts learn in small steps, beside a map that is found at once; a few hundred of them are to reach what a holiday does. */
    private static final double STRIDE = 32;

    /** Whether the input tells of the steps that are asked for. */
    public static boolean told(InputLayout layout) {
        return layout.blocks().containsKey(InputLayout.AHEAD);
    }

    /** What becomes of the output of each task. */
    public Map<String, UnaryOperator<Node>> forecasts() {
        var block = layout.block(InputLayout.AHEAD).shape();
        var known = graph.input(
                layout.qualified(InputLayout.AHEAD),
                layout.block(InputLayout.AHEAD).shape());
        var shape = Shape.of(block[1], tasks.size());
        var weight = graph.apply(
                new Multiply(),
                graph.parameter("ahead.weight", shape, Initializer.constant(0), false),
                graph.constant(STRIDE, shape));
        var all = graph.apply(new Transpose(), graph.apply(new MatMul(), known, weight));
        var forecasts = new LinkedHashMap<String, UnaryOperator<Node>>();
        for (int task = 0; task < tasks.size(); task++) {
            var own = graph.apply(new Member(task), all);
            forecasts.put(tasks.get(task), output -> graph.apply(new Add(), output, own));
        }
        return forecasts;
    }
}
