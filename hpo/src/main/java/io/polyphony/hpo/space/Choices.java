package io.polyphony.hpo.space;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chosen values by name, in order, that never change, and a hash of them worked out once: a proposal is compared with every trial of a long history. */
final class Choices extends AbstractMap<String, Object> {
    private final Map<String, Object> values;
    private final int hash;

    Choices(LinkedHashMap<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
        int sum = 0;
        for (var entry : values.entrySet()) {
            sum += (31 * entry.getKey().hashCode()) ^ hash(entry.getValue());
        }
        this.hash = sum;
    }

    /** A number may have come back as another type: 1 and 1.0 are alike, and so are both zeros. */
    boolean alike(Choices other) {
        return hash == other.hash
                && size() == other.size()
                && values.entrySet().stream().allMatch(entry -> alike(entry.getValue(), other.get(entry.getKey())));
    }

    private static boolean alike(Object one, @Nullable Object other) {
        return one instanceof Number a && other instanceof Number b
                ? a.doubleValue() == b.doubleValue()
                : one.equals(other);
    }

    private static int hash(Object value) {
        return value instanceof Number number ? Double.hashCode(number.doubleValue() + 0.0) : value.hashCode();
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return values.entrySet();
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return values.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return values.containsKey(name);
    }
}
