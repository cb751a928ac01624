package io.polyphony.backend.model;

import static java.util.Objects.requireNonNull;

import io.polyphony.backend.dataset.SplitIndices;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.trial.AssignmentCompiler;
import io.polyphony.backend.trial.Trial;
import io.polyphony.engine.compression.DistillationSpec;
import io.polyphony.engine.compression.Distiller;
import io.polyphony.engine.compression.Lessons;
import io.polyphony.engine.compression.Pruner;
import io.polyphony.engine.compression.PruningSpec;
import io.polyphony.engine.compression.Teacher;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.training.PaceSpec;
import io.polyphony.engine.training.TrainingMonitor;
import io.polyphony.engine.training.TrainingSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes smaller networks out of a model's, or of one fold's. Learns from train rows and is judged by validation rows alone: the test
 * split stays sealed.
 *
 * @param trials of the networks, in their order; of an ensemble's student the first one's training is taken
 * @param split the rows that these networks have learned from, and those that judge them
 */
record VariantMaker(Experiment experiment, List<Trial> trials, Table table, SplitIndices split) {
    private static final int ROUNDS = 4;
    private static final double RATE = 0.3;

    /** Epochs that the monitor will hear of, at most. */
    static int pruning(List<Trial> trials, VariantPlan plan) {
        return trials.size() * (ROUNDS - 1 + requireNonNull(plan.epochs()));
    }

    /** Epochs that the monitor will hear of, at most. */
    static int distilling(Experiment experiment, List<Trial> trials, VariantPlan plan) {
        return training(experiment, trials.getFirst(), plan.epochs()).pace().epochs();
    }

    /** The same networks with fewer weights. Takes as long as a training may. */
    Bundle pruned(Bundle model, VariantPlan plan, TrainingMonitor monitor) {
        var spec = new PruningSpec(
                requireNonNull(plan.share()),
                requireNonNull(plan.scope()),
                ROUNDS,
                requireNonNull(plan.epochs()),
                RATE);
        var members = new ArrayList<Bundle.Member>();
        for (var member : model.members()) {
            var network = member.network();
            var trial = trials.get(members.size());
            var lessons = lessons(training(experiment, trial, null), network.preprocessor());
            members.add(new Bundle.Member(Pruner.prune(network, spec, lessons, monitor), member.weights()));
        }
        return model.withMembers(members);
    }

    /** One narrower network that has learned what these say. Takes as long as a training. */
    Bundle distilled(Bundle model, VariantPlan plan, TrainingMonitor monitor) {
        var trial = Narrower.of(trials.getFirst(), requireNonNull(plan.width()));
        var student = AssignmentCompiler.network(experiment, trial);
        var lessons = lessons(training(experiment, trial, plan.epochs()), preprocessor(student, model));
        var spec = new DistillationSpec(requireNonNull(plan.teacher()), requireNonNull(plan.temperature()));
        var taught = Teacher.taught(model, table, split.train(), lessons.preprocessor(), spec);
        return Bundle.of(learned(Distiller.distil(student, taught, lessons, monitor), trial), model.card());
    }

    private static TrainedModel learned(TrainedModel network, Trial trial) {
        var facts = new LinkedHashMap<String, String>();
        trial.assignment().values().forEach((name, value) -> facts.put(name, String.valueOf(value)));
        return network.with(facts);
    }

    private static TrainingSpec training(Experiment experiment, Trial trial, @Nullable Integer epochs) {
        var usual = AssignmentCompiler.training(experiment, trial, null);
        if (epochs == null) {
            return usual;
        }
        var pace = new PaceSpec(epochs, usual.pace().batchSize(), 0, null);
        return new TrainingSpec(
                pace,
                usual.descent(),
                usual.weighting(),
                usual.loss(),
                usual.augment(),
                usual.keep(),
                usual.auxiliary(),
                usual.seed());
    }

    /** Reads targets as the teachers do: students of several folds answer together as well. */
    private Preprocessor preprocessor(NetworkSpec network, Bundle model) {
        var codecs = model.members().getFirst().network().preprocessor().codecs();
        return Preprocessor.reading(table, split.train(), network.inputs(), network.features(), codecs);
    }

    private Lessons lessons(TrainingSpec training, Preprocessor preprocessor) {
        return new Lessons(
                training,
                preprocessor,
                preprocessor.encode(table, split.train()),
                preprocessor.encode(table, split.validation()));
    }
}
