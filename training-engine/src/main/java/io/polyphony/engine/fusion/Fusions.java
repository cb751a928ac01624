package io.polyphony.engine.fusion;

import static io.polyphony.engine.fusion.FusionKind.special;
import static io.polyphony.engine.fusion.FusionKind.usual;

import java.util.List;

/** Every fusion by name. To add one: its record in this package, its test, its line here. */
public final class Fusions {
    private static final int RANK = 4;
    private static final int PAIR_RANK = 16;
    private static final int FACTOR = 8;
    private static final int QUERIES = 4;
    private static final int EXPERTS = 2;

    private static final List<FusionKind> ALL = List.of(
            usual(
                    "average",
                    "Average",
                    Average.class,
                    s -> new Average(s.width(), s.dropout(), s.modalityDropout()),
                    "Every input counts the same: their embeddings are averaged. Simple and hard to beat on little data."),
            usual(
                    "weighted",
                    "Weighted average",
                    WeightedAverage.class,
                    s -> new WeightedAverage(s.width(), s.dropout(), s.modalityDropout()),
                    "One learned weight per input, the same for all rows: the network finds which input to trust."),
            usual(
                            "concatenation",
                            "Concatenation",
                            Concatenation.class,
                            s -> new Concatenation(s.width(), s.depth(), s.dropout(), s.modalityDropout()),
                            "Embeddings side by side into a small network, which can learn how inputs depend on each other.")
                    .layered(),
            usual(
                    "gated",
                    "Gated",
                    Gated.class,
                    s -> new Gated(s.width(), s.dropout(), s.modalityDropout()),
                    "A gate decides per row how much of each input to let through: good when an input is noisy or missing at times."),
            usual(
                    "late",
                    "Late",
                    Late.class,
                    s -> new Late(s.width(), s.dropout(), s.modalityDropout()),
                    "Each input predicts alone and the predictions are combined: sturdy, but blind to interplay."),
            special(
                    "sum",
                    "Sum",
                    Sum.class,
                    s -> new Sum(s.width(), s.dropout(), s.modalityDropout()),
                    "Linear maps of the inputs are added up and nothing is bent: with a linear table a linear regression."),
            usual(
                            "transformer",
                            "Transformer",
                            Transformer.class,
                            s -> new Transformer(s.width(), s.depth(), s.dropout(), s.modalityDropout()),
                            "Inputs become tokens that attend to each other: finds which inputs belong together, and wants some thousand rows.")
                    .layered(),
            usual(
                    "film",
                    "FiLM",
                    Film.class,
                    s -> new Film(s.width(), true, s.dropout(), s.modalityDropout()),
                    "The first input (the table, if any) scales and shifts the rest: good when one input sets the context for all others."),
            usual(
                    "low-rank",
                    "Low rank",
                    LowRank.class,
                    s -> new LowRank(s.width(), RANK, s.dropout(), s.modalityDropout()),
                    "Multiplies the inputs with each other in a few terms: finds what only their combination tells."),
            special(
                    "maximum",
                    "Maximum",
                    Maximum.class,
                    s -> new Maximum(s.width(), s.dropout(), s.modalityDropout()),
                    "Of every unit the largest among the inputs: whichever input is surest speaks, and one is enough."),
            special(
                    "bilinear",
                    "Bilinear",
                    Bilinear.class,
                    s -> new Bilinear(s.width(), PAIR_RANK, s.dropout(), s.modalityDropout()),
                    "Every two inputs are multiplied with each other, beside the inputs themselves: for two or three inputs that interact."),
            special(
                    "tensor",
                    "Tensor",
                    TensorProduct.class,
                    s -> new TensorProduct(s.width(), FACTOR, s.dropout(), s.modalityDropout()),
                    "A weight for every product of units of different inputs: the most expressive, for two or three inputs only."),
            special(
                            "cross-attention",
                            "Cross-attention",
                            CrossAttention.class,
                            s -> new CrossAttention(s.width(), s.depth(), s.dropout(), s.modalityDropout()),
                            "Words, moments and cells of each input attend to those of the others: for texts with sounds, series or pictures.")
                    .layered(),
            special(
                            "bottleneck",
                            "Bottleneck",
                            Bottleneck.class,
                            s -> new Bottleneck(s.width(), s.depth(), QUERIES, true, s.dropout(), s.modalityDropout()),
                            "A few learned queries read all pieces of all inputs and pass on the gist: cheap attention for three inputs or more.")
                    .layered(),
            usual(
                    "task-gate",
                    "Task gate",
                    TaskGate.class,
                    s -> new TaskGate(s.width(), EXPERTS, s.dropout(), s.modalityDropout()),
                    "Each task mixes inputs and shared experts for itself: good when tasks need different inputs."));

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
