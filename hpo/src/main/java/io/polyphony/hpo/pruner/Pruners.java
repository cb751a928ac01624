package io.polyphony.hpo.pruner;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pruners by name. */
public final class Pruners {

    private static final Map<String, Pruner> BY_NAME = new TreeMap<>(Map.of(
            "none", new NoPruner(),
            "median", new MedianPruner(5, 0),
            "asha", new AshaPruner(3, 3)));

    private Pruners() {}

    /** All names, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /**
     * The pruner of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Pruner named(String name) {
        Pruner pruner = BY_NAME.get(name);
        if (pruner == null) {
            throw new IllegalArgumentException("There is no pruner (%s). Maybe one of %s?".formatted(name, names()));
        }
        return pruner;
    }
}
