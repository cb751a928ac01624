package io.polyphony.backend.trial;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.export.TrainedModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a trained network is right and wrong on the validation rows. Computed when someone looks, then remembered. */
@ApplicationScoped
class Diagnoses {
    private static final int REMEMBERED = 100;
    private final ExperimentRows rows;
    private final Networks networks;
    private final Cache<TrialId, List<TaskDiagnosis>> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Diagnoses(ExperimentRows rows, Networks networks) {
        this.rows = rows;
        this.networks = networks;
    }

    List<TaskDiagnosis> of(Experiment experiment, Trial trial) {
        return remembered.get(trial.id(), _ -> compute(experiment, trial));
    }

    private List<TaskDiagnosis> compute(Experiment experiment, Trial trial) {
        var trained = networks.of(trial.id())
                .orElseThrow(() -> new Conflict(
                        "The weights of trial %d were let go. Maybe look at a better one.".formatted(trial.number())));
        var source = rows.of(experiment);
        var judging = source.judging();
        var network = trained.first();
        return trained.judged(source).values().stream()
                .map(predictions -> TaskDiagnosis.of(
                        predictions, place -> picture(source, network, predictions.task(), judging[place])))
                .toList();
    }

    /** The file of the picture on which the row's answer lies. */
    private static byte @Nullable [] picture(ExperimentRows.Rows source, TrainedModel network, TaskSpec task, int row) {
        var picture = network.preprocessor().codec(task.name()).picture();
        return picture == null ? null : source.data().file(picture, row);
    }
}
