package io.polyphony.engine.program;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.EmbeddingTable;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All memory of one program: the arena, the flat vectors, the tables, the codes. Owned here, strongly. */
final class Memory {
    private final Device device;
    private final Layout layout;
    private final Precision precision;
    private final Tensor arena;
    private final Tensor ones;
    private final Parameters parameters;
    private final Map<Integer, Tensor> values = new HashMap<>();
    private final Map<Integer, Tensor> gradients = new HashMap<>();
    private final Map<Integer, int[]> codes = new HashMap<>();
    private final Map<Integer, EmbeddingTable> tables = new HashMap<>();
    private final List<Kernel> kernels = new ArrayList<>();

    Memory(Graph graph, Compiler compiler, Device device) {
        this.device = device;
        this.layout = compiler.layout();
        this.precision = compiler.precision();
        long numbers = Math.max(1, layout.arenaBytes() / precision.bytes());
        this.arena = device.allocate(precision, Shape.of(Math.toIntExact(numbers)));
        this.ones = device.allocate(precision, Shape.of(compiler.mostRows()));
        fill(ones, 1);
        this.parameters = parameters(compiler, device);
        for (var node : graph.nodes()) {
            if (compiler.flow().reachable(node)) {
                bind(node, compiler);
            }
        }
    }

    private Parameters parameters(Compiler compiler, Device device) {
        var flat = Shape.of(compiler.denseSize());
        var owned = new ArrayList<EmbeddingTable>();
        for (var table : compiler.tables()) {
            var made = new EmbeddingTable(
                    table.name(), table.shape().extent(0), table.shape().last());
            tables.put(table.id(), made);
            owned.add(made);
        }
        return new Parameters(
                device.allocate(precision, flat),
                compiler.differentiates() ? device.allocate(precision, flat) : arena,
                List.copyOf(compiler.slices().values()),
                owned);
    }

    private void bind(Node node, Compiler compiler) {
        switch (node) {
            case Node.Parameter parameter -> bindParameter(parameter, compiler);
            case Node.Codes read -> codes.put(read.id(), new int[read.shape().size()]);
            case Node.Constant constant -> fill(at(Slot.value(constant), constant.shape()), constant.value());
            case Node.Input input -> at(Slot.value(input), input.shape()).clear();
            case Node.Table _, Node.Result _ -> {}
        }
    }

    private void bindParameter(Node.Parameter parameter, Compiler compiler) {
        int offset =
                Objects.requireNonNull(compiler.slices().get(parameter.id())).offset();
        values.put(parameter.id(), parameters.values().view(offset, parameter.shape()));
        if (compiler.differentiates()) {
            gradients.put(parameter.id(), parameters.gradients().view(offset, parameter.shape()));
        }
    }

    Parameters parameters() {
        return parameters;
    }

    Tensor value(Node node) {
        var parameter = values.get(node.id());
        return parameter == null ? at(Slot.value(node), node.shape()) : parameter;
    }

    /** Where a consumer writes its part of the node's gradient. */
    Tensor gradient(Node node, Slot part) {
        var parameter = gradients.get(node.id());
        return parameter == null ? at(part, node.shape()) : parameter;
    }

    Tensor at(Slot slot, Shape shape) {
        return arena.view(Math.toIntExact(layout.offset(slot) / precision.bytes()), shape);
    }

    Tensor ones(int count) {
        return ones.view(0, Shape.of(1, count));
    }

    int[] codes(Node node) {
        return required(codes.get(node.id()), node);
    }

    EmbeddingTable table(Node node) {
        return required(tables.get(node.id()), node);
    }

    long bytes() {
        long flat = (long) parameters.values().size() * (parameters.gradients() == arena ? 1 : 2);
        return (arena.size() + ones.size() + flat) * precision.bytes()
                + kernels.stream().mapToLong(Kernel::bytes).sum();
    }

    /** Makes an operation ready, and holds what it takes. */
    Kernel kernel(Call call) {
        var kernel = device.kernel(call);
        kernels.add(kernel);
        return kernel;
    }

    void close() {
        kernels.forEach(Kernel::close);
        for (var owned : List.of(arena, ones, parameters.values(), parameters.gradients())) {
            owned.close();
        }
    }

    private static <T> T required(@Nullable T value, Node node) {
        if (value == null) {
            throw new IllegalArgumentException("The node (%s) is of another kind.".formatted(node));
        }
        return value;
    }

    private static void fill(Tensor tensor, double value) {
        var numbers = new double[tensor.size()];
        Arrays.fill(numbers, value);
        tensor.write(0, numbers, numbers.length);
    }
}
