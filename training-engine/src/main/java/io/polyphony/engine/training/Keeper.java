package io.polyphony.engine.training;

import io.polyphony.engine.program.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the weights of the epochs that the specification asks for. */
final class Keeper {
    private final KeepSpec spec;
    private final Parameters parameters;
    final Podium overall;
    /** Each task's own best epoch, where they are asked for. */
    final Map<String, Podium> tasks = new LinkedHashMap<>();

    Keeper(KeepSpec spec, List<String> taskNames, Parameters parameters) {
        this.spec = spec;
        this.parameters = parameters;
        this.overall = new Podium(spec instanceof KeepSpec.BestEpochs best ? best.soup() : 1, parameters);
        if (spec instanceof KeepSpec.BestEpochs best && best.perTask()) {
            taskNames.forEach(task -> tasks.put(task, new Podium(1, parameters)));
        }
    }

    /** Keeps what is worth keeping of the epoch; returns whether any score got better. */
    boolean offer(int epoch, Validation result) {
        double loss = result.scores().keySet().stream()
                .mapToDouble(task -> loss(result, task))
                .average()
                .orElse(Double.POSITIVE_INFINITY);
        if (spec instanceof KeepSpec.LastEpoch) {
            overall.best().take(epoch, result.score(), loss, result.metrics(), parameters);
            return true;
        }
        boolean better = overall.offer(epoch, result.score(), loss, result.metrics(), parameters);
        for (var task : tasks.entrySet()) {
            double score = result.scores().getOrDefault(task.getKey(), Double.NaN);
            double own = loss(result, task.getKey());
            better |= task.getValue().offer(epoch, score, own, result.metrics(), parameters);
        }
        return better;
    }

    private static double loss(Validation result, String task) {
        return result.losses().getOrDefault(task, Double.POSITIVE_INFINITY);
    }

    /** Every copy there is, in an order that does not change: for checkpoints. */
    List<KeptEpoch> all() {
        var all = new ArrayList<>(overall.places());
        tasks.values().forEach(podium -> all.addAll(podium.places()));
        return all;
    }
}
