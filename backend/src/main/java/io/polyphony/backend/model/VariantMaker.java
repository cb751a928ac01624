package io.polyphony.backend.model;

import static java.util.Objects.requireNonNull;

import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.trial.AssignmentCompiler;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.backend.trial.Trial;
import io.polyphony.engine.compression.DistillationSpec;
import io.polyphony.engine.compression.Distiller;
import io.polyphony.engine.compression.Lessons;
import io.polyphony.engine.compression.Pruner;
import io.polyphony.engine.compression.PruningSpec;
import io.polyphony.engine.compression.Teacher;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.Packings;
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
 * Makes a variant out of a model's networks. Learns from train rows and is judged by validation rows alone: the test split stays
 * sealed. A refit alone learns from validation rows as well.
 *
 * @param trials of the networks, in their order; of an ensemble's student the first one's training is taken
 */
record VariantMaker(Experiment experiment, List<Trial> trials, ExperimentRows.Rows rows) {
    private static final int ROUNDS = 4;
    private static final double RATE = 0.3;

    /** Takes as long as a training may. */
    Bundle make(Bundle model, VariantPlan plan, TrainingMonitor monitor) {
        var smaller = switch (plan.kind()) {
            case INT8, FP16 -> model;
            case PRUNED -> pruned(model, plan, monitor);
            case DISTILLED -> distilled(model, plan, monitor);
            case REFIT -> new Refitting(experiment, trials, rows).of(model, monitor);
        };
        return smaller.with(network -> network.packed(Packings.named(plan.packing())));
    }

    /** Epochs that the monitor will hear of, at most. */
    int epochs(Bundle model, VariantPlan plan) {
        return switch (plan.kind()) {
            case INT8, FP16 -> 0;
            case PRUNED -> trials.size() * (ROUNDS - 1 + requireNonNull(plan.epochs()));
            case DISTILLED -> training(trials.getFirst(), plan.epochs()).pace().epochs();
            case REFIT -> new Refitting(experiment, trials, rows).epochs(model);
        };
    }

    private Bundle pruned(Bundle model, VariantPlan plan, TrainingMonitor monitor) {
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
            var lessons = lessons(training(trial, null), network.preprocessor());
            members.add(new Bundle.Member(Pruner.prune(network, spec, lessons, monitor), member.weights()));
        }
        return new Bundle(members, model.card());
    }

    private Bundle distilled(Bundle model, VariantPlan plan, TrainingMonitor monitor) {
        var trial = Narrower.of(trials.getFirst(), requireNonNull(plan.width()));
        var student = AssignmentCompiler.network(experiment, trial);
        var lessons = lessons(training(trial, plan.epochs()), preprocessor(student));
        var spec = new DistillationSpec(requireNonNull(plan.teacher()), requireNonNull(plan.temperature()));
        var taught = Teacher.taught(model, rows.table(), rows.split().train(), lessons.preprocessor(), spec);
        return Bundle.of(learned(Distiller.distil(student, taught, lessons, monitor), trial), model.card());
    }

    private static TrainedModel learned(TrainedModel network, Trial trial) {
        var facts = new LinkedHashMap<String, String>();
        trial.assignment().values().forEach((name, value) -> facts.put(name, String.valueOf(value)));
        return network.with(facts);
    }

    private TrainingSpec training(Trial trial, @Nullable Integer epochs) {
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

    private Preprocessor preprocessor(NetworkSpec network) {
        var features = new LinkedHashMap<String, FeaturizerSpec>();
        network.encoders().forEach((input, encoder) -> features.put(input, encoder.featurizer()));
        return Preprocessor.fit(rows.table(), rows.split().train(), network.inputs(), features, network.tasks());
    }

    private Lessons lessons(TrainingSpec training, Preprocessor preprocessor) {
        return new Lessons(
                training,
                preprocessor,
                preprocessor.encode(rows.table(), rows.split().train()),
                preprocessor.encode(rows.table(), rows.split().validation()));
    }
}
