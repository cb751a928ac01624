package io.polyphony.backend.trial;

import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.space.DescentChoices;
import io.polyphony.backend.experiment.space.EncoderChoices;
import io.polyphony.backend.experiment.space.FusionChoices;
import io.polyphony.backend.experiment.space.Knobs;
import io.polyphony.backend.experiment.space.WeightingChoices;
import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.loss.RegressionLoss;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.training.KeepSpec;
import io.polyphony.engine.training.PaceSpec;
import io.polyphony.engine.training.TrainingSpec;
import io.polyphony.hpo.space.Assignment;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one place that knows both sides: an assignment of the search becomes a network and its training. */
public final class AssignmentCompiler {
    private AssignmentCompiler() {}

    /** The network of a trial. */
    public static NetworkSpec network(Experiment experiment, Trial trial) {
        var assignment = trial.assignment();
        var inputs = inputs(experiment, trial);
        var encoders = new LinkedHashMap<String, EncoderSpec>();
        inputs.forEach(input -> encoders.put(input.name(), EncoderChoices.spec(input.modality(), assignment)));
        return new NetworkSpec(
                inputs,
                encoders,
                FusionChoices.spec(assignment),
                tasks(experiment, trial),
                new HeadSpec(assignment.integer(Knobs.HEAD), dropout(assignment)));
    }

    /**
     * The training of a trial.
     *
     * @param limitSeconds training time left; null for no limit
     */
    public static TrainingSpec training(Experiment experiment, Trial trial, @Nullable Double limitSeconds) {
        var assignment = trial.assignment();
        int epochs = assignment.has(Knobs.EPOCHS)
                ? assignment.integer(Knobs.EPOCHS)
                : experiment.plan().search().epochs();
        return new TrainingSpec(
                        new PaceSpec(epochs, assignment.integer(Knobs.BATCH), Math.max(5, epochs / 5), limitSeconds),
                        DescentChoices.spec(assignment, trial.tasks(), inputs(experiment, trial), epochs),
                        WeightingChoices.spec(assignment, trial.tasks()),
                        loss(assignment),
                        augment(assignment),
                        trial.seed())
                .keeping(keep(assignment));
    }

    private static KeepSpec keep(Assignment a) {
        boolean soup = a.has(Knobs.KEPT) && a.text(Knobs.KEPT).equals("soup");
        return new KeepSpec.BestEpochs(soup ? 3 : 1, false);
    }

    private static List<InputSpec> inputs(Experiment experiment, Trial trial) {
        return experiment.plan().inputs().stream()
                .filter(input -> trial.inputs().contains(input.name()))
                .toList();
    }

    private static List<TaskSpec> tasks(Experiment experiment, Trial trial) {
        return experiment.tasks().stream()
                .filter(task -> trial.tasks().contains(task.name()))
                .map(ExperimentTask::spec)
                .toList();
    }

    /** Class weights and a focus gained nothing in our searches; see the benchmarks' recipes. */
    private static LossSpec loss(Assignment a) {
        double smoothing = a.has(Knobs.LABEL_SMOOTHING) ? a.real(Knobs.LABEL_SMOOTHING) : 0;
        return new LossSpec(smoothing, false, RegressionLoss.ABSOLUTE, 0);
    }

    private static AugmentSpec augment(Assignment a) {
        double media = a.has(Knobs.MEDIA_AUGMENT) ? a.real(Knobs.MEDIA_AUGMENT) : 0;
        double text = a.has(Knobs.TEXT_AUGMENT) ? a.real(Knobs.TEXT_AUGMENT) : 0;
        return AugmentSpec.none().varied(media, media, text, 0);
    }

    private static double dropout(Assignment a) {
        return a.real(Knobs.DROPOUT);
    }
}
