package io.polyphony.hpo.sampler;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The samplers by name. */
public final class Samplers {

    private static final Map<String, Sampler> BY_NAME = new TreeMap<>(Map.of(
            "random", new RandomSampler(),
            "tpe", new TpeSampler(Grouping.JOINT),
            "tpe-grouped", new TpeSampler(Grouping.BRANCH),
            "tpe-univariate", new TpeSampler(Grouping.SINGLE)));

    private Samplers() {}

    /** All names, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /**
     * The sampler of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Sampler named(String name) {
        Sampler sampler = BY_NAME.get(name);
        if (sampler == null) {
            throw new IllegalArgumentException("There is no sampler (%s). Maybe one of %s?".formatted(name, names()));
        }
        return sampler;
    }
}
