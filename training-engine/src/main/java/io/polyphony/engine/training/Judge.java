package io.polyphony.engine.training;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.Mirror;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.export.TaskSnapshots;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.export.Weights;
import io.polyphony.engine.network.Forward;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.program.Program;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the validation rows about epochs, keeps the best ones' weights, and makes models of them in the end. */
final class Judge {
    private final NetworkSpec network;
    private final TrainingSpec spec;
    private final Preprocessor preprocessor;
    private final EncodedRows validation;
    private final Program program;
    private final Forward forward;
    private final Learner learner;
    final Keeper keeper;

    Judge(
            NetworkSpec network,
            TrainingSpec spec,
            Preprocessor preprocessor,
            EncodedRows validation,
            Program program,
            Forward forward,
            Learner learner) {
        this.network = network;
        this.spec = spec;
        this.preprocessor = preprocessor;
        this.validation = validation;
        this.program = program;
        this.forward = forward;
        this.learner = learner;
        var ranked = network.tasks().stream()
                .filter(task -> !task.auxiliary())
                .map(TaskSpec::name)
                .toList();
        this.keeper = new Keeper(spec.keep(), ranked, program.parameters());
    }

    /** What the validation rows say of the weights that are in the program now. */
    Validation now() {
        return validation.rows() == 0
                ? Validation.NONE
                : Validation.of(forward, validation, learner.tasks, learner.beside);
    }

    /** Whether there is anything to show. */
    boolean kept() {
        return keeper.overall.best().taken();
    }

    TrainingOutcome.Completed completed() {
        var best = keeper.overall.best();
        var candidates = keeper.overall.taken();
        if (candidates.size() == 1) {
            return completed(best.score, best.metrics, best.weights(), List.of(best.epoch));
        }
        var soup = Soup.of(candidates, this::judged);
        return completed(soup.result().score(), soup.result().metrics(), soup.weights(), soup.epochs());
    }

    private Validation judged(Weights weights) {
        weights.writeTo(program.parameters());
        return now();
    }

    private TrainingOutcome.Completed completed(
            double score, Map<String, Map<String, Double>> metrics, Weights weights, List<Integer> epochs) {
        var model = model(weights, epochs);
        var snapshots = TaskSnapshots.of(model, own(metrics));
        if (validation.rows() == 0 || network.views() == Mirror.NONE && snapshots.single()) {
            return new TrainingOutcome.Completed(epochs.getFirst(), score, metrics, model, snapshots);
        }
        // Epochs were compared by one look at each picture, which takes a fraction of the time.
        var seen = Validation.of(snapshots.predict(validation), learner.tasks);
        return new TrainingOutcome.Completed(epochs.getFirst(), seen.score(), seen.metrics(), model, snapshots);
    }

    /**
     * The networks of tasks that are better at an epoch of their own than what was found best for all together.
     *
     * @param together metrics of the latter, by task
     */
    private Map<String, TrainedModel> own(Map<String, Map<String, Double>> together) {
        var byEpoch = new HashMap<Integer, TrainedModel>();
        var own = new LinkedHashMap<String, TrainedModel>();
        for (var task : learner.tasks) {
            var name = task.spec.name();
            var podium = keeper.tasks.get(name);
            if (podium != null && podium.best().taken()) {
                var best = podium.best();
                var better = Metrics.info(task.metric)
                        .better(figure(best.metrics, name, task.metric), figure(together, name, task.metric));
                if (better) {
                    own.put(name, byEpoch.computeIfAbsent(best.epoch, epoch -> model(best.weights(), List.of(epoch))));
                }
            }
        }
        return own;
    }

    private static double figure(Map<String, Map<String, Double>> metrics, String task, String metric) {
        return metrics.getOrDefault(task, Map.of()).getOrDefault(metric, Double.NaN);
    }

    /** Without what was learned beside the tasks. */
    private Weights answering(Weights weights) {
        var widths = TaskWidths.of(network, preprocessor);
        var graph = NetworkGraph.of(network, preprocessor.layouts(), widths, 1);
        return weights.of(program.parameters(), Program.learnables(graph));
    }

    private TrainedModel model(Weights weights, List<Integer> epochs) {
        var provenance = new LinkedHashMap<String, String>();
        provenance.put("seed", Long.toString(spec.seed()));
        provenance.put("bestEpoch", Integer.toString(epochs.getFirst()));
        if (epochs.size() > 1) {
            provenance.put("soup", epochs.toString());
        }
        return new TrainedModel(network, preprocessor, answering(weights), provenance);
    }
}
