package io.polyphony.backend.dataset.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds classes that are probably one: they differ by case or blanks only. */
final class Spellings {
    private static final int SHOWN = 3;

    private Spellings() {}

    /**
     * What to tell of them; empty where there are none.
     *
     * @param values with their rows
     */
    static Optional<String> hint(Map<String, Long> values) {
        var alike = alike(values);
        if (alike.isEmpty()) {
            return Optional.empty();
        }
        var shown = alike.stream()
                .limit(SHOWN)
                .map(group -> group.stream()
                        .map(value -> "`%s` (%,d)".formatted(value, values.get(value)))
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return Optional.of("values that differ by case or blanks only count as different: %s%s. Maybe write them alike"
                .formatted(shown, alike.size() > SHOWN ? " and %d others".formatted(alike.size() - SHOWN) : ""));
    }

    private static List<List<String>> alike(Map<String, Long> values) {
        var groups = new LinkedHashMap<String, List<String>>();
        values.keySet().stream()
                .sorted(Comparator.comparing(values::get, Comparator.reverseOrder()))
                .forEach(value -> groups.computeIfAbsent(key(value), key -> new ArrayList<>())
                        .add(value));
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    /** Without the blanks of any kind between and around its words. */
    private static String key(String value) {
        return value.replaceAll("[\\s\\p{Z}]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
