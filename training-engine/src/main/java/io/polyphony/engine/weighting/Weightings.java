package io.polyphony.engine.weighting;

import static io.polyphony.engine.weighting.WeightingKind.special;
import static io.polyphony.engine.weighting.WeightingKind.usual;

import java.util.List;
import java.util.Map;

/** Every loss weighting by name. To add one: its record in this package, its test, its line here. */
public final class Weightings {
    private static final List<WeightingKind> ALL = List.of(
            usual(
                    "equal",
                    "Equal",
                    new Equal(),
                    "Losses are brought to one scale and added: every task is equally loud."),
            usual(
                    "static",
                    "Static",
                    new Static(Map.of()),
                    "The search looks for fixed weights, so one task may be favoured for good."),
            usual(
                    "uncertainty",
                    "Uncertainty",
                    new Uncertainty(),
                    "The network learns each task's noise and turns noisy tasks down while it trains (Kendall 2018)."),
            special(
                    "famo",
                    "FAMO",
                    new Famo(0.025, 0.001),
                    "All tasks are made to improve at the same rate, at the cost of a second look at each batch (Liu 2023)."),
            special(
                    "dwa",
                    "DWA",
                    new Dwa(2),
                    "After each epoch, tasks that improved least get more weight: cheap and steady (Liu 2019)."),
            special(
                    "stch",
                    "STCH",
                    new Stch(1, 4),
                    "The task that is furthest behind leads, smoothly: for when no task may be sacrificed (Lin 2024)."),
            special(
                    "scale_invariant",
                    "Scale invariant",
                    new ScaleInvariant(),
                    "Logarithms of the losses are added, so that units do not matter and nearly solved tasks go on."),
            special(
                    "gls",
                    "GLS",
                    new Gls(),
                    "The geometric mean of the losses falls: tasks gain by the share of their loss (Chennupati 2019)."),
            special(
                    "imtl_l",
                    "IMTL-L",
                    new ImtlL(),
                    "Learned factors bring every task's loss to the same size while it trains (Liu 2021)."),
            special(
                    "rlw",
                    "RLW",
                    new Rlw(),
                    "Random weights in every step: a control that any clever weighting should beat (Lin 2022)."),
            special(
                    "gradnorm",
                    "GradNorm",
                    new GradNorm(1.5, 0.025),
                    "Weights learn to keep all tasks' gradients equally long, longer for who is behind (Chen 2018)."),
            special(
                    "pcgrad",
                    "PCGrad",
                    new PcGrad(),
                    "Each task's gradient loses what works against the others: for tasks in conflict (Yu 2020)."),
            special(
                    "cagrad",
                    "CAGrad",
                    new CaGrad(0.4),
                    "Near the mean gradient, the direction that is best for the worst-off task: for conflicts (Liu 2021)."),
            special(
                    "mgda",
                    "MGDA",
                    new Mgda(),
                    "The shortest mix of gradients, along which no task gets worse: careful and slow (Sener 2018)."),
            special(
                    "imtl_g",
                    "IMTL-G",
                    new ImtlG(),
                    "The step goes equally far along every task's gradient, whatever their lengths (Liu 2021)."),
            special(
                    "nash_mtl",
                    "Nash-MTL",
                    new NashMtl(),
                    "Tasks bargain over the step until none can gain without another losing more (Navon 2022)."),
            special(
                    "aligned_mtl",
                    "Aligned-MTL",
                    new AlignedMtl(),
                    "Gradients are made orthogonal and equally long, which removes conflict and dominance (Senushkin 2023)."),
            special(
                    "db_mtl",
                    "DB-MTL",
                    new DbMtl(0.9),
                    "Log losses and gradients of equal length balance tasks of any scale (Lin 2023)."));

    private Weightings() {}

    /** Names of those that mend gradients in conflict, and gain nothing where there is none. */
    public static final List<String> SURGERY = List.of("pcgrad", "cagrad", "imtl_g");

    /** All, in the order in which they are shown. */
    public static List<WeightingKind> all() {
        return ALL;
    }

    /**
     * The weighting of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static WeightingKind named(String name) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no loss weighting (%s), only %s.\nMaybe a newer version of Polyphony wrote it."
                                .formatted(
                                        name,
                                        ALL.stream().map(WeightingKind::name).toList())));
    }

    static WeightingKind of(Class<?> spec) {
        return ALL.stream()
                .filter(kind -> kind.spec().getClass() == spec)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The loss weighting (%s) has no line in Weightings.".formatted(spec.getSimpleName())));
    }
}
