package io.polyphony.backend.model;

import io.polyphony.backend.common.Invalid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an ensemble's weights are found. */
public enum Combination {
    /** Member by member, as long as the mean gets better on the judging rows. */
    GREEDY,
    /** Learned from what members say of the judging rows, and judged by those that each fit has not seen. Masks are selected greedily. */
    STACKING;

    /**
     * By its name in lower case; null: greedy.
     *
     * @throws Invalid when there is none
     */
    public static Combination named(@Nullable String name) {
        if (name == null) {
            return GREEDY;
        }
        for (var combination : values()) {
            if (combination.label().equals(name)) {
                return combination;
            }
        }
        throw Invalid.field(
                "/ensemble", "There is no way (%s) to combine trials. Maybe greedy or stacking.".formatted(name));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
