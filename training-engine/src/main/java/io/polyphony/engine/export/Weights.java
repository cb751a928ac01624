package io.polyphony.engine.export;

import io.polyphony.engine.program.Learnables;
import io.polyphony.engine.program.Parameters;
import io.polyphony.engine.tensor.EmbeddingTable;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/**
 * Every learned number of a network.
 *
 * @param dense all parameters but embedding tables, in the network's order
 * @param tables embedding tables, row-major, in the network's order
 */
public record Weights(float[] dense, List<float[]> tables) {
    public Weights {
        tables = List.copyOf(tables);
    }

    /** A copy of a program's parameters. */
    public static Weights of(Parameters parameters) {
        var dense = new float[parameters.values().size()];
        parameters.values().read(0, dense, 0, dense.length);
        return new Weights(
                dense,
                parameters.tables().stream()
                        .map(table -> table.values().clone())
                        .toList());
    }

    /** Of these weights of a program, those that another graph learns as well: what answering takes of a training. */
    public Weights of(Parameters parameters, Learnables wanted) {
        var places = new HashMap<String, Parameters.Slice>();
        parameters.slices().forEach(slice -> places.put(slice.name(), slice));
        var kept = new float[wanted.size()];
        for (var slice : wanted.slices()) {
            var place = Objects.requireNonNull(places.get(slice.name()), slice.name());
            System.arraycopy(dense, place.offset(), kept, slice.offset(), slice.size());
        }
        var names = parameters.tables().stream().map(EmbeddingTable::name).toList();
        return new Weights(
                kept,
                wanted.tables().stream()
                        .map(table -> tables.get(names.indexOf(table)))
                        .toList());
    }

    /**
     * Fills a program's parameters in.
     *
     * @throws IllegalArgumentException if it has others
     */
    public void writeTo(Parameters parameters) {
        if (dense.length != parameters.values().size()
                || tables.size() != parameters.tables().size()) {
            throw new IllegalArgumentException(
                    "The weights have %d numbers and %d tables, but the network needs %d and %d.\nMaybe they belong to another network."
                            .formatted(
                                    dense.length,
                                    tables.size(),
                                    parameters.values().size(),
                                    parameters.tables().size()));
        }
        parameters.values().write(0, dense, 0, dense.length);
        for (int i = 0; i < tables.size(); i++) {
            var table = tables.get(i);
            System.arraycopy(table, 0, parameters.tables().get(i).values(), 0, table.length);
        }
    }
}
