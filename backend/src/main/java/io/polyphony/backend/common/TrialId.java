package io.polyphony.backend.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a trial. */
public record TrialId(@JsonValue UUID value) implements Id {
    /** A fresh id. */
    public static TrialId next() {
        return new TrialId(Ids.next());
    }

    /** Reads the canonical text form; throws IllegalArgumentException when it is no UUID. */
    @JsonCreator
    public static TrialId fromString(String text) {
        return new TrialId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
