package io.polyphony.backend.experiment.space;

import static io.polyphony.hpo.space.Parameter.real;

import io.polyphony.engine.weighting.Equal;
import io.polyphony.engine.weighting.Static;
import io.polyphony.engine.weighting.Uncertainty;
import io.polyphony.engine.weighting.WeightingSpec;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.CategoricalParameter;
import io.polyphony.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** How tasks may be weighed. To add a weighting: its line in {@link #LINES}. */
public final class WeightingChoices {
    private static final String STATIC = "static";

    private static final List<Line> LINES = List.of(
            new Line(
                    "equal",
                    true,
                    "Losses are brought to one scale and added: every task is equally loud.",
                    (a, tasks) -> new Equal()),
            new Line(
                    STATIC,
                    true,
                    "The search looks for fixed weights, so one task may be favoured for good.",
                    (a, tasks) -> new Static(softmax(a, tasks))),
            new Line(
                    "uncertainty",
                    true,
                    "The network learns each task's noise and turns noisy tasks down while it trains (Kendall 2018).",
                    (a, tasks) -> new Uncertainty()));

    private record Line(
            String name, boolean usual, String explanation, BiFunction<Assignment, List<String>, WeightingSpec> make) {}

    private WeightingChoices() {}

    /** All, in the order in which they are shown. */
    public static List<Choice> all() {
        return LINES.stream()
                .map(line -> new Choice(line.name(), line.usual(), line.explanation()))
                .toList();
    }

    static List<Parameter> parameters(DataFacts facts, List<String> weightings) {
        if (!facts.shares()) {
            return List.of();
        }
        var parameters = new ArrayList<Parameter>();
        parameters.add(new CategoricalParameter(Knobs.LOSS_WEIGHTING, weightings, null));
        if (weightings.contains(STATIC)) {
            facts.tasks()
                    .forEach(task -> parameters.add(
                            real(Knobs.WEIGHT + task, -2, 2).step(0.1).when(Knobs.LOSS_WEIGHTING, STATIC)));
        }
        return parameters;
    }

    /** The weighting of an assignment. A single task is not weighed. */
    public static WeightingSpec spec(Assignment a, List<String> tasks) {
        if (!a.has(Knobs.LOSS_WEIGHTING)) {
            return new Equal();
        }
        var name = a.text(Knobs.LOSS_WEIGHTING);
        return LINES.stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Choice.unknown("loss weighting", name, all()))
                .make()
                .apply(a, tasks);
    }

    /** Weights that add up to the number of tasks, so that they change the balance and not the learning rate. */
    private static Map<String, Double> softmax(Assignment a, List<String> tasks) {
        var weights = new LinkedHashMap<String, Double>();
        tasks.forEach(task -> weights.put(task, Math.exp(a.real(Knobs.WEIGHT + task))));
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.replaceAll((task, weight) -> weight * tasks.size() / sum);
        return weights;
    }
}
