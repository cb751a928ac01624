package io.polyphony.engine.export;

import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import java.util.ArrayList;

/** Weights to bytes and back. */
final class WeightsFormat {
    private WeightsFormat() {}

    static void write(Weights weights, StateWriter out) {
        out.writeInt(weights.dense().length);
        out.writeFloats(weights.dense(), 0, weights.dense().length);
        out.writeInt(weights.tables().size());
        for (var table : weights.tables()) {
            out.writeInt(table.length);
            out.writeFloats(table, 0, table.length);
        }
    }

    static Weights read(StateReader in) {
        var dense = in.readFloats(in.readInt());
        var tables = new ArrayList<float[]>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            tables.add(in.readFloats(in.readInt()));
        }
        return new Weights(dense, tables);
    }
}
