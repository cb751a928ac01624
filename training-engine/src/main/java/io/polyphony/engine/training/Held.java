package io.polyphony.engine.training;

import io.polyphony.engine.export.Weights;
import io.polyphony.engine.program.Parameters;
import io.polyphony.engine.tensor.EmbeddingTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Weights that are zero for good: their gradient is zero in every step, so that no optimizer, decay or average moves them.
 *
 * @param dense places in the flat vector
 * @param tables places in the embedding tables, in their order; none where nothing is held at all
 */
public record Held(BitSet dense, List<BitSet> tables) {
    /** Every weight may move. */
    public static final Held NOTHING = new Held(new BitSet(), List.of());

    public Held {
        dense = (BitSet) dense.clone();
        tables = List.copyOf(tables);
    }

    /** How many weights are held. */
    public long count() {
        return dense.cardinality()
                + tables.stream().mapToLong(BitSet::cardinality).sum();
    }

    /** These weights with zeros in the held places. */
    public Weights zeroed(Weights weights) {
        var values = weights.dense().clone();
        clear(values, dense);
        var vectors = new ArrayList<float[]>();
        for (int i = 0; i < weights.tables().size(); i++) {
            var table = weights.tables().get(i).clone();
            if (i < tables.size()) {
                clear(table, tables.get(i));
            }
            vectors.add(table);
        }
        return new Weights(values, vectors);
    }

    /** Takes the held weights out of the gradient that lies in the program. */
    void quieten(Parameters parameters, float[] buffer) {
        if (!dense.isEmpty()) {
            parameters.gradients().read(0, buffer, 0, buffer.length);
            clear(buffer, dense);
            parameters.gradients().write(0, buffer, 0, buffer.length);
        }
        for (int i = 0; i < tables.size(); i++) {
            quieten(parameters.tables().get(i), tables.get(i));
        }
    }

    private static void quieten(EmbeddingTable table, BitSet held) {
        int width = table.width();
        for (int slot = 0; slot < table.touchedCount(); slot++) {
            int row = table.touchedRow(slot) * width;
            for (int i = held.nextSetBit(row); i >= 0 && i < row + width; i = held.nextSetBit(i + 1)) {
                table.gradient()[slot * width + i - row] = 0;
            }
        }
    }

    private static void clear(float[] values, BitSet held) {
        for (int i = held.nextSetBit(0); i >= 0; i = held.nextSetBit(i + 1)) {
            values[i] = 0;
        }
    }
}
