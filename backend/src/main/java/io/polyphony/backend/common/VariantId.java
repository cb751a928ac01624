package io.polyphony.backend.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a smaller variant of a model. */
public record VariantId(@JsonValue UUID value) implements Id {
    /** A fresh id. */
    public static VariantId next() {
        return new VariantId(Ids.next());
    }

    /** Reads the canonical text form; throws IllegalArgumentException when it is no UUID. */
    @JsonCreator
    public static VariantId fromString(String text) {
        return new VariantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
