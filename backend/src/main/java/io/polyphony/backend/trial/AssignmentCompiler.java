package io.polyphony.backend.trial;

import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.space.BesideChoices;
import io.polyphony.backend.experiment.space.DataChoices;
import io.polyphony.backend.experiment.space.DescentChoices;
import io.polyphony.backend.experiment.space.EncoderChoices;
import io.polyphony.backend.experiment.space.FusionChoices;
import io.polyphony.backend.experiment.space.Knobs;
import io.polyphony.backend.experiment.space.WeightingChoices;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.head.HeadSpec;
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
        var uploaded = experiment.plan().search().uploaded();
        inputs.forEach(
                input -> encoders.put(input.name(), EncoderChoices.spec(input.modality(), assignment, uploaded)));
        return new NetworkSpec(
                        inputs,
                        encoders,
                        FusionChoices.spec(assignment),
                        tasks(experiment, trial),
                        new HeadSpec(
                                assignment.integer(Knobs.HEAD, 0),
                                dropout(assignment),
                                DataChoices.counting(assignment),
                                DataChoices.lined(assignment, inputs)))
                .sharing(BesideChoices.sharing(assignment))
                .viewing(DataChoices.views(assignment))
                .seeing(DataChoices.pasts(assignment));
    }

    /**
     * The training of a trial.
     *
     * @param limitSeconds training time left; null for no limit
     */
    public static TrainingSpec training(Experiment experiment, Trial trial, @Nullable Double limitSeconds) {
        var assignment = trial.assignment();
        int epochs = assignment.integer(Knobs.EPOCHS, experiment.plan().search().epochs());
        return new TrainingSpec(
                        new PaceSpec(
                                epochs,
                                assignment.integer(Knobs.BATCH),
                                patience(experiment, trial, epochs),
                                limitSeconds),
                        DescentChoices.spec(assignment, trial.tasks(), inputs(experiment, trial), epochs),
                        WeightingChoices.spec(assignment, trial.tasks()),
                        DataChoices.loss(assignment),
                        DataChoices.augment(assignment),
                        trial.seed())
                .keeping(keep(assignment))
                .beside(BesideChoices.auxiliary(assignment));
    }

    /** Convolutions may take a hundred steps, which are many epochs of few rows, before they see anything at all. */
    private static int patience(Experiment experiment, Trial trial, int epochs) {
        boolean sees = inputs(experiment, trial).stream()
                .map(InputSpec::modality)
                .anyMatch(modality -> modality == Modality.IMAGE || modality == Modality.AUDIO);
        return Math.max(5, sees ? epochs / 2 : epochs / 5);
    }

    private static KeepSpec keep(Assignment a) {
        boolean soup = a.text(Knobs.KEPT, "best_epoch").equals("soup");
        boolean apart = a.text(Knobs.STOPPING, "together").equals("each_task");
        return new KeepSpec.BestEpochs(soup ? 3 : 1, apart);
    }

    private static List<InputSpec> inputs(Experiment experiment, Trial trial) {
        return experiment.plan().inputs().stream()
                .filter(input -> trial.inputs().contains(input.name()))
                .toList();
    }

    private static List<TaskSpec> tasks(Experiment experiment, Trial trial) {
        return experiment.tasks().stream()
                .filter(task -> trial.tasks().contains(task.name()))
                .map(task -> task.spec()
                        .straight(task.type() == TaskType.REGRESSION
                                && DataChoices.lined(trial.assignment(), inputs(experiment, trial))))
                .toList();
    }

    private static double dropout(Assignment a) {
        return a.real(Knobs.DROPOUT);
    }
}
