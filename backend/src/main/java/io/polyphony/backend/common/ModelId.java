package io.polyphony.backend.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a model. */
public record ModelId(@JsonValue UUID value) implements Id {
    /** A fresh id. */
    public static ModelId next() {
        return new ModelId(Ids.next());
    }

    /** Reads the canonical text form; throws IllegalArgumentException when it is no UUID. */
    @JsonCreator
    public static ModelId fromString(String text) {
        return new ModelId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
