package io.polyphony.engine.head;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.op.Add;
import io.polyphony.engine.op.Concat;
import io.polyphony.engine.op.MatMul;
import io.polyphony.engine.op.Member;
import io.polyphony.engine.op.Multiply;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What numbers of tables say by themselves of numbers that are asked for: a line, which the training begins at and hardly moves, while
 * the rest of the network learns what it leaves (the wide part of Wide &amp; Deep, Cheng et al. 2016, here found in closed form). Sums,
 * differences and proportions lie on it to the last digit, also beyond what train rows saw.
 *
 * @param layouts of the inputs that tell numbers for lines, at least one
 * @param tasks that are single numbers
 * @param mixed what becomes of the numbers of a row before they are read: in some trainings they are mixed with another row's
 */
public record NumberLine(Graph graph, List<InputLayout> layouts, List<String> tasks, UnaryOperator<Node> mixed) {
    /** The parameter that is the line, divided by {@link #STRIDE}: [numbers, tasks]. */
    public static final String WEIGHT = "line.weight";

    /** Steps are as long as for other weights, but of numbers far from their mean a small change of the line is a large one of the answer. */
    public static final double STRIDE = 1.0 / 32;

    /** Those of all layouts that tell numbers for lines. */
    public static List<InputLayout> told(List<InputLayout> layouts) {
        return layouts.stream()
                .filter(layout -> layout.blocks().containsKey(InputLayout.LINE))
                .toList();
    }

    /** What becomes of the output of each task. */
    public Map<String, UnaryOperator<Node>> answers() {
        var all = numbers();
        var shape = Shape.of(all.shape().last(), tasks.size());
        var weight = graph.apply(
                new Multiply(),
                graph.parameter(WEIGHT, shape, Initializer.constant(0), false),
                graph.constant(STRIDE, shape));
        var lines = graph.apply(
                new Reshape(Shape.of(graph.batch(), tasks.size(), 1)), graph.apply(new MatMul(), all, weight));
        var answers = new LinkedHashMap<String, UnaryOperator<Node>>();
        for (int task = 0; task < tasks.size(); task++) {
            var own = graph.apply(new Member(task), lines);
            answers.put(tasks.get(task), output -> graph.apply(new Add(), output, own));
        }
        return answers;
    }

    private Node numbers() {
        var inputs = layouts.stream()
                .map(layout -> mixed.apply(graph.input(
                        layout.qualified(InputLayout.LINE),
                        layout.block(InputLayout.LINE).shape())))
                .toArray(Node[]::new);
        return inputs.length == 1 ? inputs[0] : graph.apply(new Concat(), inputs);
    }
}
