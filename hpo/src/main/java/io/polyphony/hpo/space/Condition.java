package io.polyphony.hpo.space;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A parameter with this condition is chosen only if its parent is chosen and has one of these values.
 *
 * @param parent the name of a categorical, ordinal or integer parameter that the space declares earlier
 * @param values the parent's values as text
 */
public record Condition(String parent, Set<String> values) {

    public Condition {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("The condition on the parameter (%s) names no value.".formatted(parent));
        }
        values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    /** Whether the values chosen so far fulfil the condition; an absent parent does not. */
    public boolean holds(Map<String, Object> chosen) {
        Object value = chosen.get(parent);
        return value != null && values.contains(String.valueOf(value));
    }
}
