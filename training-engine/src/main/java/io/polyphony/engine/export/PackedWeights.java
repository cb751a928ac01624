package io.polyphony.engine.export;

import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weights to bytes and back, with matrices in less room.
 *
 * @param dense the arrays that the dense weights are made of, in their order
 * @param tables the embedding tables, in their order
 */
record PackedWeights(Packing packing, List<Part> dense, List<Part> tables) {
    private static final Packing EXACT = new Exact();

    PackedWeights {
        dense = List.copyOf(dense);
        tables = List.copyOf(tables);
    }

    /**
     * One learned array.
     *
     * @param columns numbers in a row; of a vector as many as it has
     */
    record Part(int size, int columns) {
        boolean matrix() {
            return columns < size;
        }
    }

    /** The arrays of that network. */
    static PackedWeights of(NetworkSpec network, Preprocessor preprocessor, Packing packing) {
        var graph = NetworkGraph.of(network, preprocessor.layouts(), TaskWidths.of(network, preprocessor), 1);
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.FLOAT)) {
            var parameters = program.parameters();
            return new PackedWeights(
                    packing,
                    parameters.slices().stream()
                            .map(slice -> part(graph.named(slice.name()).shape()))
                            .toList(),
                    parameters.tables().stream()
                            .map(table -> new Part(table.values().length, table.width()))
                            .toList());
        }
    }

    /** Whether arrays of that shape are packed. */
    static boolean packs(Shape shape) {
        return part(shape).matrix();
    }

    private static Part part(Shape shape) {
        return new Part(shape.size(), shape.last());
    }

    /** The weights as they are after rounding. */
    Weights rounded(Weights weights) {
        var out = new StateWriter(0);
        write(weights, out);
        return read(new StateReader(out.toBytes(), 0, "weights"));
    }

    void write(Weights weights, StateWriter out) {
        int at = 0;
        for (var part : dense) {
            packing(part).write(Arrays.copyOfRange(weights.dense(), at, at + part.size()), part.columns(), out);
            at += part.size();
        }
        for (int i = 0; i < tables.size(); i++) {
            packing(tables.get(i)).write(weights.tables().get(i), tables.get(i).columns(), out);
        }
    }

    Weights read(StateReader in) {
        var values = new float[Math.max(1, dense.stream().mapToInt(Part::size).sum())];
        int at = 0;
        for (var part : dense) {
            System.arraycopy(packing(part).read(part.size(), part.columns(), in), 0, values, at, part.size());
            at += part.size();
        }
        var vectors = new ArrayList<float[]>();
        tables.forEach(part -> vectors.add(packing(part).read(part.size(), part.columns(), in)));
        return new Weights(values, vectors);
    }

    private Packing packing(Part part) {
        return part.matrix() ? packing : EXACT;
    }
}
