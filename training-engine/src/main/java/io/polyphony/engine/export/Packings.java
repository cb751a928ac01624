package io.polyphony.engine.export;

import java.util.List;

/** Every packing by name. */
public final class Packings {
    private static final List<Packing> ALL = List.of(new Exact(), new Half(), new Int8());

    private Packings() {}

    /** All, the exact one first. */
    public static List<Packing> all() {
        return ALL;
    }

    /**
     * The packing of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Packing named(String name) {
        return ALL.stream()
                .filter(packing -> packing.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no packing (%s), only %s.\nMaybe a newer version of Polyphony wrote it."
                                .formatted(name, ALL.stream().map(Packing::name).toList())));
    }
}
