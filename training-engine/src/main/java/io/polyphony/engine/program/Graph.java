package io.polyphony.engine.program;

import io.polyphony.engine.op.Primitive;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values and the primitives between them, for batches of a fixed number of rows. Built once, then compiled. */
public final class Graph {
    private final int batch;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node> named = new LinkedHashMap<>();
    private final Map<String, Node> outputs = new LinkedHashMap<>();
    private final Set<String> besides = new HashSet<>();
    private final Map<String, String> owners = new LinkedHashMap<>();
    private @Nullable String owner;
    private final Set<Node> watched = new LinkedHashSet<>();

    public Graph(int batch) {
        this.batch = batch;
    }

    /** Rows of a batch. */
    public int batch() {
        return batch;
    }

    /** Real numbers of that shape per row, filled in by the caller. */
    public Node input(String name, int... perRow) {
        return named(name, id -> new Node.Input(id, name, Shape.batch(batch, perRow)));
    }

    /** So many codes per row, filled in by the caller. */
    public Node codes(String name, int length) {
        return named(name, id -> new Node.Codes(id, name, Shape.of(batch, length)));
    }

    public Node constant(double value, Shape shape) {
        return add(id -> new Node.Constant(id, shape, value));
    }

    /** Learned numbers; {@code decays} says whether weight decay shrinks them. */
    public Node parameter(String name, Shape shape, Initializer initializer, boolean decays) {
        return named(name, id -> new Node.Parameter(id, name, shape, initializer, decays));
    }

    /** Learned vectors with a row-sparse gradient. */
    public Node table(String name, int rows, int width, Initializer initializer) {
        return named(name, id -> new Node.Table(id, name, Shape.of(rows, width), initializer));
    }

    public Node apply(Primitive primitive, Node... inputs) {
        var read = List.of(inputs);
        var shape = primitive.shape(read.stream().map(Node::shape).toList());
        return add(id -> new Node.Result(id, shape, primitive, read));
    }

    /** Does some work on this graph; what is learned of what it adds belongs to the owner. */
    public <T> T owned(String name, Supplier<T> work) {
        owner = name;
        try {
            return work.get();
        } finally {
            owner = null;
        }
    }

    /** The owner of everything named that has one. */
    Map<String, String> owners() {
        return Collections.unmodifiableMap(owners);
    }

    /** Makes a value readable after a run, and its gradient writable before the backward run. */
    public void output(String name, Node node) {
        if (!(node instanceof Node.Result) || outputs.putIfAbsent(name, node) != null) {
            throw new IllegalArgumentException(
                    "The output (%s) must be a result of a primitive, and its name be used once.".formatted(name));
        }
    }

    /**
     * Makes the gradient of an input readable after the backward run. Nobody needs it to learn, so without this it is not
     * computed.
     */
    public void watch(String input) {
        if (!(named(input) instanceof Node.Input node)) {
            throw new IllegalArgumentException("The node (%s) is no input of real numbers.".formatted(input));
        }
        watched.add(node);
    }

    /** Makes a value readable in training only: an output, but what it alone depends on belongs to nobody. */
    public void beside(String name, Node node) {
        output(name, node);
        besides.add(name);
    }

    /** The outputs that answer: all but those {@link #beside}. */
    Map<String, Node> answers() {
        var answers = new LinkedHashMap<>(outputs);
        answers.keySet().removeAll(besides);
        return answers;
    }

    /** Whether there is a node of that name. */
    public boolean has(String name) {
        return named.containsKey(name);
    }

    /** A node by the name that it was given. */
    public Node named(String name) {
        var node = named.get(name);
        if (node == null) {
            throw new IllegalArgumentException(
                    "The graph has no node (%s); it has %s.".formatted(name, named.keySet()));
        }
        return node;
    }

    public List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    public Map<String, Node> outputs() {
        return Collections.unmodifiableMap(outputs);
    }

    Set<Node> watched() {
        return watched;
    }

    private Node named(String name, IntFunction<Node> make) {
        var node = add(make);
        if (named.putIfAbsent(name, node) != null) {
            throw new IllegalArgumentException("The graph has a node named (%s) already.".formatted(name));
        }
        if (owner != null) {
            owners.put(name, owner);
        }
        return node;
    }

    private Node add(IntFunction<Node> make) {
        var node = make.apply(nodes.size());
        nodes.add(node);
        return node;
    }
}
