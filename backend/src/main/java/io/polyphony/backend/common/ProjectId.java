package io.polyphony.backend.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a project. */
public record ProjectId(@JsonValue UUID value) implements Id {
    /** A fresh id. */
    public static ProjectId next() {
        return new ProjectId(Ids.next());
    }

    /** Reads the canonical text form; throws IllegalArgumentException when it is no UUID. */
    @JsonCreator
    public static ProjectId fromString(String text) {
        return new ProjectId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
