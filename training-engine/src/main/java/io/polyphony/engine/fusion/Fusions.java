package io.polyphony.engine.fusion;

import static io.polyphony.engine.fusion.FusionKind.usual;

import java.util.List;

/** Every fusion by name. To add one: its record in this package, its test, its line here. */
public final class Fusions {
    private static final List<FusionKind> ALL = List.of(
            usual(
                    "average",
                    Average.class,
                    s -> new Average(s.width(), s.dropout(), s.modalityDropout()),
                    "Every input counts the same: their embeddings are averaged. Simple and hard to beat on little data."),
            usual(
                    "weighted",
                    WeightedAverage.class,
                    s -> new WeightedAverage(s.width(), s.dropout(), s.modalityDropout()),
                    "One learned weight per input, the same for all rows: the network finds which input to trust."),
            usual(
                            "concatenation",
                            Concatenation.class,
                            s -> new Concatenation(s.width(), s.depth(), s.dropout(), s.modalityDropout()),
                            "Embeddings side by side into a small network, which can learn how inputs depend on each other.")
                    .layered(),
            usual(
                    "gated",
                    Gated.class,
                    s -> new Gated(s.width(), s.dropout(), s.modalityDropout()),
                    "A gate decides per row how much of each input to let through: good when an input is noisy or missing at times."),
            usual(
                    "late",
                    Late.class,
                    s -> new Late(s.width(), s.dropout(), s.modalityDropout()),
                    "Each input predicts alone and the predictions are combined: sturdy, but blind to interplay."));

    private Fusions() {}

    /** All, in the order in which they are shown. */
    public static List<FusionKind> all() {
        return ALL;
    }

    /**
     * The fusion of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FusionKind named(String name) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no fusion (%s), only %s.\nMaybe a newer version of Polyphony wrote it."
                                .formatted(
                                        name, ALL.stream().map(FusionKind::name).toList())));
    }

    static FusionKind of(Class<?> spec) {
        return ALL.stream()
                .filter(kind -> kind.spec() == spec)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The fusion (%s) has no line in Fusions.".formatted(spec.getSimpleName())));
    }
}
