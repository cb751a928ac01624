package io.polyphony.engine.program;

import io.polyphony.engine.op.Pass;
import io.polyphony.engine.op.Work;
import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A graph made runnable: all memory taken, every step bound to its tensors. Running it allocates nothing. One thread at a
 * time.
 */
public final class Program implements AutoCloseable {
    private final Graph graph;
    private final Flow flow;
    private final Memory memory;
    private final List<Work> forward = new ArrayList<>();
    private final List<Kernel> backward = new ArrayList<>();

    private Program(Graph graph, Compiler compiler, Device device) {
        this.graph = graph;
        this.flow = compiler.flow();
        this.memory = new Memory(graph, compiler, device);
        for (var result : flow.results()) {
            var site = new Place(result, flow, memory);
            var work = result.primitive().bind(site);
            forward.add(work);
            if (flow.learns(result)) {
                backward.addFirst(work::backward);
                sums(result).forEach(backward::addFirst);
            }
        }
        graph.watched().stream().filter(flow::learns).forEach(input -> backward.addAll(sums(input)));
    }

    /**
     * Builds the program of a graph.
     *
     * @param differentiate whether there will be a backward run after each forward run
     */
    public static Program compile(Graph graph, boolean differentiate, Device device, Precision precision) {
        return compile(graph, differentiate ? Backward.ONCE : Backward.NEVER, device, precision);
    }

    /** The same, for any number of backward runs after each forward run. */
    public static Program compile(Graph graph, Backward backward, Device device, Precision precision) {
        return new Program(graph, new Compiler(graph, backward, precision), device);
    }

    /** What {@link #compile} would take. */
    public static Cost cost(Graph graph, boolean differentiate, Precision precision) {
        return cost(graph, differentiate ? Backward.ONCE : Backward.NEVER, precision);
    }

    /** What {@link #compile} would take. */
    public static Cost cost(Graph graph, Backward backward, Precision precision) {
        return new Compiler(graph, backward, precision).cost();
    }

    /** What a program of this graph learns, in the order in which it lies; nothing is built. */
    public static Learnables learnables(Graph graph) {
        var compiler = new Compiler(graph, Backward.NEVER, Precision.FLOAT);
        return new Learnables(
                List.copyOf(compiler.slices().values()),
                compiler.tables().stream().map(Node.Table::name).toList());
    }

    /** From the inputs to the outputs. */
    public void forward(Pass pass) {
        for (var work : forward) {
            work.forward(pass);
        }
    }

    /** From the output gradients, all of which the caller has written, to the gradients of all parameters. */
    public void backward() {
        for (var table : memory.parameters().tables()) {
            table.clearGradient();
        }
        for (var step : backward) {
            step.run();
        }
    }

    /** Sets all parameters to first values, in the graph's order. */
    public void initialize(RandomGenerator random) {
        new FirstValues(graph, memory.parameters()).draw(random);
    }

    public Parameters parameters() {
        return memory.parameters();
    }

    /** The parameters that several outputs learn together. */
    public Sharing sharing() {
        return Sharing.of(graph, memory.parameters());
    }

    /** Whose each parameter and table is. */
    public Ownership ownership() {
        return Ownership.of(graph);
    }

    /** Whether there is an input of that name. */
    public boolean reads(String name) {
        return graph.has(name);
    }

    /** An input by name, to be filled in. */
    public Tensor input(String name) {
        return memory.value(inputNode(name));
    }

    /** Codes by name, row-major, to be filled in. */
    public int[] codes(String name) {
        return memory.codes(inputNode(name));
    }

    /** An output by name; valid after forward, until backward. */
    public Tensor output(String name) {
        return memory.value(outputNode(name));
    }

    /** The gradient of an output by name, to be filled in before backward. */
    public Tensor outputGradient(String name) {
        return memory.at(Slot.outputGradient(outputNode(name)), outputNode(name).shape());
    }

    /** The gradient of an input that the graph watches; valid after backward, until the next forward run. */
    public Tensor inputGradient(String name) {
        var input = inputNode(name);
        var parts = flow.gradientParts(input);
        if (!flow.learns(input) || parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "The program has no gradient of the input (%s). Maybe watch it, and compile with a backward run."
                            .formatted(name));
        }
        return memory.at(parts.getFirst(), input.shape());
    }

    /** Bytes taken outside of the Java heap. */
    public long deviceBytes() {
        return memory.bytes();
    }

    @Override
    public void close() {
        memory.close();
    }

    /** Where several readers send gradients, they are added up before the node's own backward step. */
    private List<Kernel> sums(Node node) {
        var parts = flow.gradientParts(node);
        var home = memory.at(parts.getFirst(), node.shape());
        var kernels = new ArrayList<Kernel>();
        for (var part : parts.subList(1, parts.size())) {
            var other = memory.at(part, node.shape());
            kernels.add(memory.kernel(Call.of("add", List.of(home, other), List.of(home))));
        }
        return kernels;
    }

    private Node inputNode(String name) {
        return graph.named(name);
    }

    private Node outputNode(String name) {
        var node = graph.outputs().get(name);
        if (node == null) {
            throw new IllegalArgumentException("The program has no output (%s); it has %s."
                    .formatted(name, graph.outputs().keySet()));
        }
        return node;
    }
}
