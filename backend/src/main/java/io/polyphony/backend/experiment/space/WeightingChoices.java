package io.polyphony.backend.experiment.space;

import static io.polyphony.hpo.space.Parameter.real;

import io.polyphony.engine.weighting.Equal;
import io.polyphony.engine.weighting.Static;
import io.polyphony.engine.weighting.WeightingSpec;
import io.polyphony.engine.weighting.Weightings;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.CategoricalParameter;
import io.polyphony.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How tasks may be weighed: every line of the engine's {@link Weightings}, its parameters, and what an assignment becomes. */
public final class WeightingChoices {
    private static final String STATIC = "static";

    private WeightingChoices() {}

    /** All, in the order in which they are shown. */
    public static List<Choice> all() {
        return Weightings.all().stream()
                .map(kind -> new Choice(kind.name(), kind.title(), kind.usual(), kind.explanation()))
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
                    .names()
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
        return name.equals(STATIC)
                ? new Static(softmax(a, tasks))
                : Weightings.named(name).spec();
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
