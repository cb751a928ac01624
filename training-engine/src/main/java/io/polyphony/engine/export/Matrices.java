package io.polyphony.engine.export;

import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.program.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a model's matrices lie among its weights: what packings round and pruning thins out. Vectors (biases, gains) are not
 * among them.
 */
public final class Matrices {
    private static final int DENSE = -1;

    private Matrices() {}

    /**
     * One learned matrix.
     *
     * @param table which embedding table it is; -1 for a part of the dense vector
     * @param from where it begins there
     */
    public record Matrix(String name, int table, int from, int size) {
        /** Whether it is a part of the dense vector. */
        public boolean dense() {
            return table == DENSE;
        }

        /** The array that it is a part of. */
        public float[] array(Weights weights) {
            return dense() ? weights.dense() : weights.tables().get(table);
        }
    }

    /** All of a model. */
    public static List<Matrix> of(TrainedModel model) {
        var widths = TaskWidths.of(model.network(), model.preprocessor());
        var graph = NetworkGraph.of(model.network(), model.preprocessor().layouts(), widths, 1);
        var learned = Program.learnables(graph);
        var all = new ArrayList<Matrix>();
        for (var slice : learned.slices()) {
            if (PackedWeights.packs(graph.named(slice.name()).shape())) {
                all.add(new Matrix(slice.name(), DENSE, slice.offset(), slice.size()));
            }
        }
        for (int i = 0; i < learned.tables().size(); i++) {
            var name = learned.tables().get(i);
            all.add(new Matrix(name, i, 0, graph.named(name).shape().size()));
        }
        return all;
    }

    /** The share of zeros among the numbers of a model's matrices, 0..1. */
    public static double sparsity(TrainedModel model) {
        long zeros = 0;
        long all = 0;
        for (var matrix : of(model)) {
            var array = matrix.array(model.weights());
            for (int i = matrix.from(); i < matrix.from() + matrix.size(); i++) {
                zeros += array[i] == 0 ? 1 : 0;
            }
            all += matrix.size();
        }
        return all == 0 ? 0 : (double) zeros / all;
    }
}
