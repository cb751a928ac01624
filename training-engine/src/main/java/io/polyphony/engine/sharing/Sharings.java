package io.polyphony.engine.sharing;

import static io.polyphony.engine.sharing.SharingKind.Setting.DEPTH;
import static io.polyphony.engine.sharing.SharingKind.Setting.EXPERTS;
import static io.polyphony.engine.sharing.SharingKind.special;
import static io.polyphony.engine.sharing.SharingKind.usual;

import java.util.List;

/** Every way of sharing by name. To add one: its record in this package, its test, its line here. */
public final class Sharings {
    private static final List<SharingKind> ALL = List.of(
            usual(
                    "hard",
                    "Hard sharing",
                    HardSharing.class,
                    _ -> new HardSharing(),
                    "All heads read the same embedding: the fewest parameters, and the best start for related tasks."),
            special(
                    "mmoe",
                    "MMoE",
                    Mmoe.class,
                    s -> new Mmoe(s.width(), s.experts(), s.dropout()),
                    "Every task mixes the same few experts for itself, row by row: for tasks that are only partly related (Ma 2018).",
                    EXPERTS),
            special(
                    "ple",
                    "PLE",
                    Ple.class,
                    s -> new Ple(s.width(), s.depth(), s.experts(), s.dropout()),
                    "Tasks have experts of their own beside shared ones, so that none must give way to another (Tang 2020).",
                    DEPTH,
                    EXPERTS),
            special(
                    "cross-stitch",
                    "Cross-stitch",
                    CrossStitch.class,
                    s -> new CrossStitch(s.width(), s.depth(), s.dropout()),
                    "A column of layers per task, and learned shares of what each takes over from the others (Misra 2016).",
                    DEPTH));

    private Sharings() {}

    /** All, in the order in which they are shown. */
    public static List<SharingKind> all() {
        return ALL;
    }

    /**
     * The way of sharing of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SharingKind named(String name) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no way of sharing (%s), only %s.\nMaybe a newer version of Polyphony wrote it."
                                .formatted(
                                        name,
                                        ALL.stream().map(SharingKind::name).toList())));
    }

    static SharingKind of(Class<?> spec) {
        return ALL.stream()
                .filter(kind -> kind.spec() == spec)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The way of sharing (%s) has no line in Sharings.".formatted(spec.getSimpleName())));
    }
}
