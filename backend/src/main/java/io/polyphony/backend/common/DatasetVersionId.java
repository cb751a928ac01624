package io.polyphony.backend.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one immutable version of a data set. */
public record DatasetVersionId(@JsonValue UUID value) implements Id {
    /** A fresh id. */
    public static DatasetVersionId next() {
        return new DatasetVersionId(Ids.next());
    }

    /** Reads the canonical text form; throws IllegalArgumentException when it is no UUID. */
    @JsonCreator
    public static DatasetVersionId fromString(String text) {
        return new DatasetVersionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
