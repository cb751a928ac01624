package io.polyphony.engine.network;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.Sequenced;
import io.polyphony.engine.encoder.Sequenced.Sequence;
import io.polyphony.engine.encoder.Staged;
import io.polyphony.engine.fusion.Joint;
import io.polyphony.engine.head.BoxHead;
import io.polyphony.engine.head.CountHead;
import io.polyphony.engine.head.Decoder;
import io.polyphony.engine.head.KnownAhead;
import io.polyphony.engine.head.MaskHead;
import io.polyphony.engine.head.NumberLine;
import io.polyphony.engine.head.OwnPast;
import io.polyphony.engine.head.SceneHead;
import io.polyphony.engine.head.TaskHeads;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the graph of a network: encoders, fusion, heads. */
public final class NetworkGraph {
    /** The input [batch, inputs] that tells who is present, in the network's order of inputs. */
    public static final String PRESENCE = "presence";

    /** The codes [batch, 1] that tell whom a row is mixed with, where a graph mixes. */
    static final String PARTNERS = "mixup/partners";

    /** The numbers [batch, 1] that tell how much of a row stays, where a graph mixes. */
    static final String SHARES = "mixup/shares";

    private NetworkGraph() {}

    /**
     * The graph; its outputs are named after the tasks.
     *
     * @param layouts what was fitted for each input
     * @param widths numbers that each task's head puts out
     * @param batch rows of a batch
     */
    public static Graph of(NetworkSpec spec, Map<String, InputLayout> layouts, Map<String, Integer> widths, int batch) {
        return parts(spec, layouts, widths, batch, false).graph();
    }

    /**
     * The same for a training, which may add to it.
     *
     * @param mixes whether what encoders make of rows is mixed in training, see {@link Mixed}
     */
    public static NetworkParts parts(
            NetworkSpec spec, Map<String, InputLayout> layouts, Map<String, Integer> widths, int batch, boolean mixes) {
        var graph = new Graph(batch);
        var presence = graph.input(PRESENCE, spec.inputs().size());
        var encoded = new ArrayList<Sequence>();
        var maps = new ArrayList<List<Node>>();
        for (var input : spec.inputs()) {
            var layout = layout(layouts, input.name());
            encoded.add(graph.owned(input.name(), () -> encoded(graph, spec, layout, maps)));
        }
        UnaryOperator<Node> mixing = UnaryOperator.identity();
        if (mixes) {
            var mixed = new Mixed(graph, graph.codes(PARTNERS, 1), graph.input(SHARES, 1));
            encoded.replaceAll(mixed::of);
            mixing = mixed::rows;
        }
        var joint = new Joint(
                graph,
                encoded.stream().map(Sequence::embedding).toList(),
                encoded.stream().map(Sequence::tokens).toList(),
                presence);
        var pasts = pasts(graph, spec, layouts, widths);
        var aheads = aheads(graph, spec, layouts);
        var lines = lines(graph, spec, layouts, mixing);
        var silent =
                Stream.of(pasts, lines).flatMap(told -> told.keySet().stream()).collect(Collectors.toUnmodifiableSet());
        var heads = new TaskHeads(graph, spec.head(), spec.sharing(), widths, silent, drawing(graph, spec, maps));
        var fused = new ArrayList<Node>();
        spec.fusion()
                .outputs(joint, new NotingHeads(heads, fused))
                .forEach((task, output) -> graph.output(
                        task,
                        of(lines, task)
                                .apply(of(pasts, task).apply(of(aheads, task).apply(output)))));
        return new NetworkParts(graph, joint.embeddings(), fused);
    }

    /** What an encoder makes of its input; what it sees of pictures on its way is added to the maps. */
    private static Sequence encoded(Graph graph, NetworkSpec spec, InputLayout layout, List<List<Node>> maps) {
        return switch (spec.encoder(layout.input())) {
            case Staged staged -> {
                var stages = staged.stages(graph, layout);
                maps.add(stages.maps());
                var embedding = draws(spec) ? Decoder.summed(graph, stages) : stages.embedding();
                yield new Sequence(embedding, Tokens.cells(graph, stages.maps().getLast()));
            }
            case Sequenced sequenced -> sequenced.sequence(graph, layout);
            case EncoderSpec whole -> {
                var embedding = whole.build(graph, layout);
                yield new Sequence(embedding, Tokens.one(graph, embedding));
            }
        };
    }

    private static boolean draws(NetworkSpec spec) {
        return spec.tasks().stream().anyMatch(task -> task.type().onPictures());
    }

    /** Heads whose answers lie on pictures read the first one. */
    private static Map<String, SceneHead> drawing(Graph graph, NetworkSpec spec, List<List<Node>> maps) {
        var heads = new LinkedHashMap<String, SceneHead>();
        var counter = counter(graph, spec, maps);
        for (var task : spec.tasks()) {
            if (counter != null && task.type() == TaskType.COUNT) {
                heads.put(task.name(), new CountHead(counter));
            } else if (task.type().onPictures()) {
                if (maps.isEmpty()) {
                    throw new IllegalArgumentException(
                            "The answers of the task (%s) lie on pictures, but none of the encoders (%s) shows what it sees at every scale.\nMaybe add a picture, or choose a convolutional encoder for it."
                                    .formatted(task.name(), spec.encoders()));
                }
                heads.put(task.name(), sceneHead(task.type(), counter == null ? decoder(graph, spec, maps) : counter));
            }
        }
        return heads;
    }

    /** The decoder on which things are counted, and masks drawn as well; null where nothing is counted on pictures. */
    private static @Nullable Decoder counter(Graph graph, NetworkSpec spec, List<List<Node>> maps) {
        return spec.counts() && !maps.isEmpty() ? decoder(graph, spec, maps) : null;
    }

    private static Decoder decoder(Graph graph, NetworkSpec spec, List<List<Node>> maps) {
        return new Decoder(graph, maps.getFirst(), spec.head().dropout());
    }

    private static SceneHead sceneHead(TaskType type, Decoder decoder) {
        return type == TaskType.DETECTION ? new BoxHead(decoder) : new MaskHead(decoder);
    }

    /** What the past of its own column makes of each forecast. */
    private static Map<String, UnaryOperator<Node>> pasts(
            Graph graph, NetworkSpec spec, Map<String, InputLayout> layouts, Map<String, Integer> widths) {
        var horizons = new LinkedHashMap<>(widths);
        spec.tasks().stream()
                .filter(task -> task.type() != TaskType.FORECAST)
                .forEach(task -> horizons.remove(task.name()));
        var pasts = new LinkedHashMap<String, UnaryOperator<Node>>();
        for (var input : spec.inputs()) {
            var layout = layout(layouts, input.name());
            if (OwnPast.told(layout)) {
                pasts.putAll(new OwnPast(graph, input, layout, horizons).forecasts());
            }
        }
        return pasts;
    }

    private static UnaryOperator<Node> of(Map<String, UnaryOperator<Node>> changes, String task) {
        return changes.getOrDefault(task, UnaryOperator.identity());
    }

    /** What is known of the steps that are asked for makes of each forecast, in the units in which its past is told. */
    private static Map<String, UnaryOperator<Node>> aheads(
            Graph graph, NetworkSpec spec, Map<String, InputLayout> layouts) {
        var forecasts = spec.tasks().stream()
                .filter(task -> task.type() == TaskType.FORECAST)
                .map(TaskSpec::name)
                .toList();
        return spec.inputs().stream()
                .map(input -> layout(layouts, input.name()))
                .filter(layout -> KnownAhead.told(layout) && !forecasts.isEmpty())
                .findFirst()
                .map(layout -> new KnownAhead(graph, layout, forecasts).forecasts())
                .orElse(Map.of());
    }

    /** What numbers of tables make of each single number. */
    private static Map<String, UnaryOperator<Node>> lines(
            Graph graph, NetworkSpec spec, Map<String, InputLayout> layouts, UnaryOperator<Node> mixing) {
        var told = NumberLine.told(spec.inputs().stream()
                .map(input -> layout(layouts, input.name()))
                .toList());
        return told.isEmpty() || spec.lined().isEmpty()
                ? Map.of()
                : new NumberLine(graph, told, spec.lined(), mixing).answers();
    }

    private static InputLayout layout(Map<String, InputLayout> layouts, String input) {
        var layout = layouts.get(input);
        if (layout == null) {
            throw new IllegalArgumentException(
                    "The input (%s) was not fitted; the preprocessor has %s.\nMaybe it was fitted for another network."
                            .formatted(input, layouts.keySet()));
        }
        return layout;
    }
}
