package io.polyphony.engine.data;

import java.util.List;

/** One input of the network: a name, what it is made of, and the raw columns that it reads. */
public record InputSpec(String name, Modality modality, List<String> columns) {

    public InputSpec {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("The input (%s) reads no column.".formatted(name));
        }
    }
}
