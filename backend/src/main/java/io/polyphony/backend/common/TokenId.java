package io.polyphony.backend.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a personal API token. */
public record TokenId(@JsonValue UUID value) implements Id {
    /** A fresh id. */
    public static TokenId next() {
        return new TokenId(Ids.next());
    }

    /** Reads the canonical text form; throws IllegalArgumentException when it is no UUID. */
    @JsonCreator
    public static TokenId fromString(String text) {
        return new TokenId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
