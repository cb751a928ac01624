package io.polyphony.engine.head;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.op.Add;
import io.polyphony.engine.op.Concat;
import io.polyphony.engine.op.Dense;
import io.polyphony.engine.op.MatMul;
import io.polyphony.engine.op.Member;
import io.polyphony.engine.op.Multiply;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.Transpose;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a forecast says by its own column alone: the last value, and a linear map of the steps before it that all forecasts
 * share (NLinear, Zeng et al. 2023). The map begins at zero, so that an untrained forecast repeats the last value, and the
 * rest of the network learns what is left. Where the past is told in units of its own, so is all that moves the forecast away
 * from the last value.
 *
 * @param input whose channels are columns over time
 * @param horizons steps ahead by task; those of tasks whose column is no channel are left out
 */
public record OwnPast(Graph graph, InputSpec input, InputLayout layout, Map<String, Integer> horizons) {

    /** Whether the input tells of the past of columns. */
    public static boolean told(InputLayout layout) {
        return layout.blocks().containsKey(InputLayout.LAST);
    }

    /** What becomes of the output of each task, standardised as its targets are. */
    public Map<String, UnaryOperator<Node>> forecasts() {
        var forecasts = new LinkedHashMap<String, UnaryOperator<Node>>();
        groups(input, horizons)
                .forEach((horizon, group) -> forecasts.putAll(
                        layout.blocks().containsKey(InputLayout.SCALE)
                                ? scaled(group, horizon)
                                : added(group, horizon)));
        return forecasts;
    }

    private Map<String, UnaryOperator<Node>> added(List<String> tasks, int horizon) {
        var together = graph.apply(new Add(), moves(tasks, horizon), perStep(InputLayout.LAST, tasks, horizon));
        return each(tasks, task -> {
            var own = graph.apply(new Member(task), together);
            return output -> graph.apply(new Add(), output, own);
        });
    }

    private Map<String, UnaryOperator<Node>> scaled(List<String> tasks, int horizon) {
        var moves = moves(tasks, horizon);
        var units = perStep(InputLayout.SCALE, tasks, horizon);
        var levels = perStep(InputLayout.LAST, tasks, horizon);
        return each(tasks, task -> {
            var member = new Member(task);
            var move = graph.apply(member, moves);
            var unit = graph.apply(member, units);
            var level = graph.apply(member, levels);
            return output -> graph.apply(
                    new Add(), graph.apply(new Multiply(), graph.apply(new Add(), output, move), unit), level);
        });
    }

    private static Map<String, UnaryOperator<Node>> each(
            List<String> tasks, IntFunction<UnaryOperator<Node>> forecast) {
        var forecasts = new LinkedHashMap<String, UnaryOperator<Node>>();
        IntStream.range(0, tasks.size()).forEach(task -> forecasts.put(tasks.get(task), forecast.apply(task)));
        return forecasts;
    }

    /** The tasks that share a map, by steps ahead: those whose column is a channel of the input. */
    public static Map<Integer, List<String>> groups(InputSpec input, Map<String, Integer> horizons) {
        return horizons.keySet().stream()
                .filter(input.columns()::contains)
                .collect(Collectors.groupingBy(
                        task -> horizons.getOrDefault(task, 1), LinkedHashMap::new, Collectors.toList()));
    }

    /** The parameter that is the map of so many steps ahead: [steps before, steps ahead]. */
    public static String weight(int horizon) {
        return "past." + horizon + ".weight";
    }

    /** Away from the last value: [batch, tasks, horizon]. */
    private Node moves(List<String> tasks, int horizon) {
        var series = series();
        int steps = series.shape().extent(1);
        var channels = graph.apply(new Transpose(), series);
        var pasts = stacked(tasks, steps, channel -> graph.apply(new Member(channel), channels));
        var weight = graph.parameter(weight(horizon), Shape.of(steps, horizon), Initializer.constant(0), false);
        var bias = graph.parameter("past." + horizon + ".bias", Shape.of(horizon), Initializer.constant(0), false);
        return graph.apply(new Dense(), pasts, weight, bias);
    }

    /** A number of each task's column, once per step ahead: [batch, tasks, horizon]. */
    private Node perStep(String block, List<String> tasks, int horizon) {
        var all = perChannel(block);
        var own = stacked(tasks, 1, channel -> graph.apply(new Member(channel), all));
        return graph.apply(new MatMul(), own, graph.constant(1, Shape.of(1, horizon)));
    }

    /** Not every encoder looks at the steps themselves. */
    private Node series() {
        var name = layout.qualified(InputLayout.SERIES);
        return graph.has(name)
                ? graph.named(name)
                : graph.input(name, layout.block(InputLayout.SERIES).shape());
    }

    private Node perChannel(String block) {
        int channels = input.columns().size();
        var name = layout.qualified(block);
        var node = graph.has(name) ? graph.named(name) : graph.input(name, channels);
        return reshaped(node, Shape.of(graph.batch(), channels, 1));
    }

    private Node stacked(List<String> tasks, int width, IntFunction<Node> channel) {
        var members = tasks.stream()
                .map(task -> channel.apply(input.columns().indexOf(task)))
                .toArray(Node[]::new);
        var row = members.length == 1 ? members[0] : graph.apply(new Concat(), members);
        return reshaped(row, Shape.of(graph.batch(), tasks.size(), width));
    }

    private Node reshaped(Node node, Shape shape) {
        return graph.apply(new Reshape(shape), node);
    }
}
