package io.polyphony.backend.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a user. */
public record UserId(@JsonValue UUID value) implements Id {
    /** A fresh id. */
    public static UserId next() {
        return new UserId(Ids.next());
    }

    /** Reads the canonical text form; throws IllegalArgumentException when it is no UUID. */
    @JsonCreator
    public static UserId fromString(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
