package io.polyphony.engine.export;

import io.polyphony.engine.op.Add;
import io.polyphony.engine.op.Concat;
import io.polyphony.engine.op.Conv2d;
import io.polyphony.engine.op.Dense;
import io.polyphony.engine.op.Detached;
import io.polyphony.engine.op.Dropout;
import io.polyphony.engine.op.EmbeddingBag;
import io.polyphony.engine.op.EmbeddingRows;
import io.polyphony.engine.op.GroupNorm;
import io.polyphony.engine.op.Gru;
import io.polyphony.engine.op.LayerNorm;
import io.polyphony.engine.op.Lstm;
import io.polyphony.engine.op.MatMul;
import io.polyphony.engine.op.MaxOverTime;
import io.polyphony.engine.op.MaxPool2d;
import io.polyphony.engine.op.Member;
import io.polyphony.engine.op.Multiply;
import io.polyphony.engine.op.RectifiedSum;
import io.polyphony.engine.op.Relu;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.ScaleMembers;
import io.polyphony.engine.op.Tanh;
import io.polyphony.engine.op.WeightedSum;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Translates a graph into Keras layers, node by node, beginning with what the outputs read. */
final class KerasGraph {
    private final KerasModel model;
    private final Map<String, float[]> learned;
    private final int batch;
    private final Map<Integer, String> names = new HashMap<>();

    /** @param learned parameters and tables by name */
    KerasGraph(KerasModel model, Graph graph, Map<String, float[]> learned) {
        this.model = model;
        this.learned = learned;
        this.batch = graph.batch();
    }

    /**
     * The layer that puts that value out.
     *
     * @throws NotInKeras if it takes something that Keras has not
     */
    String name(Node node) {
        var known = names.get(node.id());
        if (known != null) {
            return known;
        }
        if (node.shape().extent(0) != batch) {
            throw new NotInKeras(node instanceof Node.Result result ? kind(result) : "a value that is not per row");
        }
        var name = switch (node) {
            case Node.Input input -> model.input(input.name(), "float32", perRow(input.shape()));
            case Node.Codes codes -> model.input(codes.name(), "int32", perRow(codes.shape()));
            case Node.Result result -> result(result);
            case Node.Constant _ -> throw new NotInKeras("a constant");
            case Node.Parameter _, Node.Table _ -> throw new NotInKeras("learned numbers that are added to every row");
        };
        names.put(node.id(), name);
        return name;
    }

    private static String kind(Node.Result result) {
        return result.primitive().getClass().getSimpleName();
    }

    private String result(Node.Result result) {
        return switch (result.primitive()) {
            case Dense _ -> dense(result, List.of("kernel", "bias"));
            case MatMul _ -> dense(result, List.of("kernel"));
            case Relu _ -> model.add("ReLU", Map.of(), in(result, 0));
            case Tanh _ -> model.add("Activation", Map.of("activation", "tanh"), in(result, 0));
            case Dropout drop -> model.add("Dropout", Map.of("rate", drop.share()), in(result, 0));
            case Detached _ -> in(result, 0);
            case Add _ -> model.add("Add", Map.of(), all(result));
            case RectifiedSum _ -> model.add("ReLU", Map.of(), model.add("Add", Map.of(), all(result)));
            case Multiply _ -> model.add("Multiply", Map.of(), all(result));
            case Concat _ -> model.add("Concatenate", Map.of("axis", -1), all(result));
            case Reshape _ -> reshaped(in(result, 0), result.shape());
            case LayerNorm _ -> norm("LayerNormalization", Map.of("axis", -1, "epsilon", LayerNorm.EPSILON), result);
            case GroupNorm norm -> groups(norm, result);
            case Conv2d conv -> convolution(conv, result);
            case MaxPool2d _ ->
                model.add(
                        "MaxPooling2D",
                        Map.of("pool_size", List.of(2, 2), "strides", List.of(2, 2), "padding", "valid"),
                        in(result, 0));
            case Member member -> member(member.index(), result);
            case ScaleMembers _ -> scaled(result);
            case WeightedSum _ -> summed(in(result, 0), in(result, 1), result);
            case EmbeddingBag bag -> bag(bag, result);
            case EmbeddingRows _ -> rows(result, true);
            case Lstm lstm when !lstm.backwards() -> new KerasRecurrence(this, model).lstm(result);
            case Gru gru when !gru.backwards() -> new KerasRecurrence(this, model).gru(result);
            case MaxOverTime _ when overStates(result) -> model.add("GlobalMaxPooling1D", Map.of(), in(result, 0));
            default -> throw new NotInKeras(kind(result));
        };
    }

    /** Where the mask is 0 a state stays, so that the largest of all states is that of those that take part. */
    private static boolean overStates(Node.Result result) {
        return result.inputs().getFirst() instanceof Node.Result states
                && (states.primitive() instanceof Lstm lstm && !lstm.backwards()
                        || states.primitive() instanceof Gru gru && !gru.backwards());
    }

    String in(Node.Result result, int index) {
        return name(result.inputs().get(index));
    }

    private String[] all(Node.Result result) {
        return result.inputs().stream().map(this::name).toArray(String[]::new);
    }

    /** What was learned there, with its extents. */
    KerasArray learned(Node.Result result, int index) {
        var name = switch (result.inputs().get(index)) {
            case Node.Parameter parameter -> parameter.name();
            case Node.Table table -> table.name();
            case Node.Input _, Node.Codes _, Node.Constant _, Node.Result _ -> throw new NotInKeras(kind(result));
        };
        var values = learned.get(name);
        if (values == null) {
            throw new IllegalArgumentException("The graph learns (%s), but the model does not.".formatted(name));
        }
        return new KerasArray(values.clone(), extents(result.inputs().get(index).shape()));
    }

    private String dense(Node.Result result, List<String> arrays) {
        int units = result.shape().last();
        return model.add(
                "Dense",
                Map.of("units", units, "activation", "linear", "use_bias", arrays.size() > 1),
                arrays(result, arrays),
                in(result, 0));
    }

    private Map<String, KerasArray> arrays(Node.Result result, List<String> names) {
        var arrays = new LinkedHashMap<String, KerasArray>();
        names.forEach(name -> arrays.put(name, learned(result, 1 + arrays.size())));
        return arrays;
    }

    private String norm(String kind, Map<String, Object> config, Node.Result result) {
        return model.add(kind, config, arrays(result, List.of("gamma", "beta")), in(result, 0));
    }

    private String groups(GroupNorm norm, Node.Result result) {
        var config = Map.<String, Object>of("groups", norm.groups(), "axis", -1, "epsilon", GroupNorm.EPSILON);
        var normalised = norm("GroupNormalization", config, result);
        return norm.rectified() ? model.add("ReLU", Map.of(), normalised) : normalised;
    }

    private String convolution(Conv2d conv, Node.Result result) {
        var kernel = result.inputs().get(1).shape();
        var config = Map.<String, Object>of(
                "filters",
                kernel.last(),
                "kernel_size",
                List.of(kernel.extent(0), kernel.extent(1)),
                "strides",
                List.of(conv.stride(), conv.stride()),
                "padding",
                "same",
                "activation",
                "linear",
                "use_bias",
                true);
        return model.add("Conv2D", config, arrays(result, List.of("kernel", "bias")), in(result, 0));
    }

    private String reshaped(String layer, Shape shape) {
        return model.add("Reshape", Map.of("target_shape", perRow(shape)), layer);
    }

    private String member(int index, Node.Result result) {
        int members = result.inputs().getFirst().shape().extent(1);
        return reshaped(cropped(in(result, 0), index, 1, members), result.shape());
    }

    /** So many of the steps of [batch, steps, n], from one on. */
    private String cropped(String layer, int from, int count, int steps) {
        return model.add("Cropping1D", Map.of("cropping", List.of(from, steps - from - count)), layer);
    }

    /** Keras spreads a product's extent of 1. */
    private String scaled(Node.Result result) {
        int members = result.shape().extent(1);
        var factors = model.add("Reshape", Map.of("target_shape", List.of(members, 1)), in(result, 1));
        return model.add("Multiply", Map.of(), in(result, 0), factors);
    }

    private String summed(String weights, String values, Node.Result result) {
        if (result.inputs().getFirst().shape().last() != 1) {
            throw new NotInKeras(kind(result));
        }
        return reshaped(
                model.add("Dot", Map.of("axes", List.of(1, 1), "normalize", false), weights, values), result.shape());
    }

    /** A category's vector, or the weighted sum of words' vectors. */
    private String bag(EmbeddingBag bag, Node.Result result) {
        if (result.inputs().size() == 2 && bag.length() == 1) {
            int columns = result.inputs().getFirst().shape().extent(1);
            var column = model.add("Reshape", Map.of("target_shape", List.of(columns, 1)), in(result, 0));
            var code =
                    model.add("Reshape", Map.of("target_shape", List.of(1)), cropped(column, bag.from(), 1, columns));
            return reshaped(embedding(code, learned(result, 1), !bag.zeroCounts(), false), result.shape());
        }
        int length = result.inputs().getFirst().shape().extent(1);
        if (result.inputs().size() != 3 || bag.from() != 0 || bag.length() != length) {
            throw new NotInKeras(kind(result));
        }
        var vectors = embedding(in(result, 0), learned(result, 1), !bag.zeroCounts(), false);
        var weights = model.add("Reshape", Map.of("target_shape", List.of(length, 1)), in(result, 2));
        return reshaped(
                model.add("Dot", Map.of("axes", List.of(1, 1), "normalize", false), weights, vectors), result.shape());
    }

    /** @param masks whether layers behind it skip code 0 */
    String rows(Node.Result result, boolean masks) {
        return embedding(in(result, 0), learned(result, 1), true, masks);
    }

    /** Code 0 is padding whose vector is zero, unless it counts. */
    private String embedding(String codes, KerasArray table, boolean padded, boolean masks) {
        int width = table.extents()[1];
        if (padded) {
            Arrays.fill(table.values(), 0, width, 0f);
        }
        var config = Map.<String, Object>of("input_dim", table.extents()[0], "output_dim", width, "mask_zero", masks);
        return model.add("Embedding", config, Map.of("embeddings", table), codes);
    }

    private static int[] extents(Shape shape) {
        return OnnxProtos.extents(shape);
    }

    private static List<Integer> perRow(Shape shape) {
        return Arrays.stream(extents(shape)).skip(1).boxed().toList();
    }
}
