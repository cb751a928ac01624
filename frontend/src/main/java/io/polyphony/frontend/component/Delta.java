package io.polyphony.frontend.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one chart's option to the next, so that a live page is sent no more than that. A change of an object is
 * {@code {set: {key: value}, in: {key: change}, gone: [key]}}; one of a list is {@code {list: [...]}} of runs {@code [from, count]} of
 * what was there, {@code {at: index, in: change}} for an item that changed, and {@code {v: item}} for a new one. The browser applies it
 * ({@code echarts-chart.ts}).
 */
final class Delta {
    private Delta() {}

    /** The change from one option to another one. */
    static Map<String, Object> of(Map<String, ?> before, Map<String, ?> after) {
        var set = new LinkedHashMap<String, @Nullable Object>();
        var in = new LinkedHashMap<String, Object>();
        after.forEach((key, value) -> {
            var old = before.get(key);
            if (!before.containsKey(key) || !alike(old, value)) {
                set.put(key, value);
            } else if (!Objects.equals(old, value)) {
                in.put(key, change(old, value));
            }
        });
        var gone =
                before.keySet().stream().filter(key -> !after.containsKey(key)).toList();
        var delta = new LinkedHashMap<String, Object>();
        put(delta, "set", set, set.isEmpty());
        put(delta, "in", in, in.isEmpty());
        put(delta, "gone", gone, gone.isEmpty());
        return delta;
    }

    private static void put(Map<String, Object> delta, String key, Object value, boolean empty) {
        if (!empty) {
            delta.put(key, value);
        }
    }

    /** Whether one can be told as a change of the other: what is the same, two objects, or two lists. */
    private static boolean alike(@Nullable Object old, @Nullable Object value) {
        return Objects.equals(old, value)
                || old instanceof Map && value instanceof Map
                || old instanceof List<?> before && value instanceof List<?> after && structured(before, after);
    }

    /** A few numbers, such as a point's, are told as they are. */
    private static boolean structured(List<?> before, List<?> after) {
        return before.size() > 4 || after.stream().anyMatch(item -> item instanceof Map);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> change(@Nullable Object old, @Nullable Object value) {
        return old instanceof Map && value instanceof Map
                ? of((Map<String, ?>) old, (Map<String, ?>) value)
                : Map.of("list", list((List<?>) Objects.requireNonNull(old), (List<?>) Objects.requireNonNull(value)));
    }

    private static List<Object> list(List<?> before, List<?> after) {
        var places = new HashMap<@Nullable Object, Integer>();
        for (int i = 0; i < before.size(); i++) {
            places.putIfAbsent(key(before.get(i)), i);
        }
        var told = new ArrayList<Object>();
        int from = 0;
        int count = 0;
        for (int i = 0; i < after.size(); i++) {
            var item = after.get(i);
            int at = place(before, item, from + count, places);
            boolean same = at >= 0 && Objects.equals(before.get(at), item);
            if (same && count > 0 && at == from + count) {
                count++;
                continue;
            }
            run(told, from, count);
            from = same ? at : Math.max(at, i) + 1;
            count = same ? 1 : 0;
            if (!same) {
                told.add(at >= 0 ? Map.of("at", at, "in", change(before.get(at), item)) : added(item));
            }
        }
        run(told, from, count);
        return told;
    }

    private static void run(List<Object> told, int from, int count) {
        if (count > 0) {
            told.add(List.of(from, count));
        }
    }

    private static Map<String, @Nullable Object> added(@Nullable Object item) {
        var added = new LinkedHashMap<String, @Nullable Object>();
        added.put("v", item);
        return added;
    }

    /** Where the item was: next in line, or by its key; -1 for one that is new. */
    private static int place(List<?> before, @Nullable Object item, int next, Map<@Nullable Object, Integer> places) {
        if (next < before.size() && Objects.equals(before.get(next), item)) {
            return next;
        }
        int at = places.getOrDefault(key(item), -1);
        return at >= 0 && alike(before.get(at), item) ? at : -1;
    }

    /** What an item is known by while it changes: an id, its trial, or itself. */
    private static @Nullable Object key(@Nullable Object item) {
        return item instanceof Map<?, ?> map
                ? map.containsKey("id") ? map.get("id") : map.containsKey("trial") ? map.get("trial") : map
                : item;
    }
}
