package io.polyphony.engine.compression;

import io.polyphony.engine.export.Matrices;
import io.polyphony.engine.export.Matrices.Matrix;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.export.Weights;
import io.polyphony.engine.training.Held;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Finds the weights of smallest magnitude. */
final class Magnitudes {
    private Magnitudes() {}

    /** The places of that share of a model's numbers, exactly, but for half a number in each scope. */
    static Held smallest(TrainedModel model, double share, PruningSpec.Scope scope) {
        var weights = model.weights();
        var dense = new BitSet(weights.dense().length);
        var tables = Stream.generate(BitSet::new).limit(weights.tables().size()).toList();
        var matrices = Matrices.of(model);
        switch (scope) {
            case EACH -> matrices.forEach(one -> mark(List.of(one), weights, share, dense, tables));
            case ALL -> mark(matrices, weights, share, dense, tables);
        }
        return new Held(dense, tables);
    }

    private static void mark(List<Matrix> among, Weights weights, double share, BitSet dense, List<BitSet> tables) {
        var sorted = sorted(among, weights);
        int count = (int) Math.round(share * sorted.length);
        if (count == 0) {
            return;
        }
        float limit = sorted[count - 1];
        // Of equally small ones the first go, until there are enough.
        int ties = count - below(sorted, limit);
        for (var matrix : among) {
            var places = matrix.dense() ? dense : tables.get(matrix.table());
            var array = matrix.array(weights);
            for (int i = matrix.from(); i < matrix.from() + matrix.size(); i++) {
                float magnitude = Math.abs(array[i]);
                if (magnitude < limit || magnitude == limit && ties-- > 0) {
                    places.set(i);
                }
            }
        }
    }

    private static float[] sorted(List<Matrix> among, Weights weights) {
        var all = new float[among.stream().mapToInt(Matrix::size).sum()];
        int at = 0;
        for (var matrix : among) {
            System.arraycopy(matrix.array(weights), matrix.from(), all, at, matrix.size());
            at += matrix.size();
        }
        for (int i = 0; i < all.length; i++) {
            all[i] = Math.abs(all[i]);
        }
        Arrays.sort(all);
        return all;
    }

    private static int below(float[] sorted, float limit) {
        int count = 0;
        while (sorted[count] < limit) {
            count++;
        }
        return count;
    }
}
