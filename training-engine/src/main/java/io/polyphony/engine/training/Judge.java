package io.polyphony.engine.training;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.export.Weights;
import io.polyphony.engine.network.Forward;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.program.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the validation rows about epochs, keeps the best ones' weights, and makes models of them in the end. */
final class Judge {
    private final NetworkSpec network;
    private final TrainingSpec spec;
    private final Preprocessor preprocessor;
    private final EncodedRows validation;
    private final Parameters parameters;
    private final Forward forward;
    private final List<TaskState> tasks;
    final Keeper keeper;

    Judge(
            NetworkSpec network,
            TrainingSpec spec,
            Preprocessor preprocessor,
            EncodedRows validation,
            Parameters parameters,
            Forward forward,
            List<TaskState> tasks) {
        this.network = network;
        this.spec = spec;
        this.preprocessor = preprocessor;
        this.validation = validation;
        this.parameters = parameters;
        this.forward = forward;
        this.tasks = tasks;
        var names = tasks.stream().map(task -> task.spec.name()).toList();
        this.keeper = new Keeper(spec.keep(), names, parameters);
    }

    /** What the validation rows say of the weights that are in the program now. */
    Validation now() {
        return validation.rows() == 0 ? Validation.NONE : Validation.of(forward, validation, tasks);
    }

    /** Whether there is anything to show. */
    boolean kept() {
        return keeper.overall.best().epoch > 0;
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
        weights.writeTo(parameters);
        return now();
    }

    private TrainingOutcome.Completed completed(
            double score, Map<String, Map<String, Double>> metrics, Weights weights, List<Integer> epochs) {
        var ofTasks = new LinkedHashMap<String, TrainedModel>();
        keeper.tasks.forEach((task, podium) -> {
            var own = podium.best();
            ofTasks.put(task, own.epoch == 0 ? model(weights, epochs) : model(own.weights(), List.of(own.epoch)));
        });
        return new TrainingOutcome.Completed(epochs.getFirst(), score, metrics, model(weights, epochs), ofTasks);
    }

    private TrainedModel model(Weights weights, List<Integer> epochs) {
        var provenance = new LinkedHashMap<String, String>();
        provenance.put("seed", Long.toString(spec.seed()));
        provenance.put("bestEpoch", Integer.toString(epochs.getFirst()));
        if (epochs.size() > 1) {
            provenance.put("soup", epochs.toString());
        }
        return new TrainedModel(network, preprocessor, weights, provenance);
    }
}
