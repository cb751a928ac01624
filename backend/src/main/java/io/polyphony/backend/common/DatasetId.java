package io.polyphony.backend.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a data set. */
public record DatasetId(@JsonValue UUID value) implements Id {
    /** A fresh id. */
    public static DatasetId next() {
        return new DatasetId(Ids.next());
    }

    /** Reads the canonical text form; throws IllegalArgumentException when it is no UUID. */
    @JsonCreator
    public static DatasetId fromString(String text) {
        return new DatasetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
