package io.polyphony.backend.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an experiment. */
public record ExperimentId(@JsonValue UUID value) implements Id {
    /** A fresh id. */
    public static ExperimentId next() {
        return new ExperimentId(Ids.next());
    }

    /** Reads the canonical text form; throws IllegalArgumentException when it is no UUID. */
    @JsonCreator
    public static ExperimentId fromString(String text) {
        return new ExperimentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
