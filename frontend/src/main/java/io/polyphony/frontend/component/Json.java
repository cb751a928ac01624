package io.polyphony.frontend.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as plain maps and lists, short to write: {@code object("type", "line", "data", list(...))}. */
public final class Json {
    private Json() {}

    /**
     * @param pairs a key, its value, the next key, its value ...; null values are left out
     * @throws IllegalArgumentException when a key has no value
     */
    public static Map<String, Object> object(@Nullable Object... pairs) {
        if (pairs.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "The %d entries do not pair up. Maybe a value is missing.".formatted(pairs.length));
        }
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            var value = pairs[i + 1];
            if (value != null) {
                object.put(String.valueOf(pairs[i]), value);
            }
        }
        return object;
    }

    /** A list that may hold nulls: a missing point is a gap in its line. */
    public static List<@Nullable Object> list(@Nullable Object... items) {
        var list = new ArrayList<@Nullable Object>();
        for (var item : items) {
            list.add(item);
        }
        return list;
    }

    /** The number, or null (a gap) when it is not finite. */
    public static @Nullable Double finite(@Nullable Double value) {
        return value == null || !Double.isFinite(value) ? null : value;
    }
}
