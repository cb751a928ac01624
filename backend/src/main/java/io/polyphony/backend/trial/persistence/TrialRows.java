package io.polyphony.backend.trial.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.common.persistence.StoredJson;
import io.polyphony.backend.experiment.space.Knobs;
import io.polyphony.backend.trial.AttemptView;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialOrigin;
import io.polyphony.backend.trial.TrialProgress;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.SpaceJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records to rows and back. */
final class TrialRows {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private TrialRows() {}

    static TrialEntity row(Trial trial) {
        var row = new TrialEntity();
        row.id = trial.id().value();
        row.experiment = trial.experiment().value();
        row.number = trial.number();
        row.origin = trial.origin().name();
        row.state = trial.state().name();
        row.lane = trial.lane();
        row.attempt = trial.attempt();
        row.assignment = SpaceJson.write(trial.assignment());
        row.tasks = trial.tasks().toArray(String[]::new);
        row.inputs = trial.inputs().toArray(String[]::new);
        row.label = trial.label();
        row.fusion = text(trial.assignment(), Knobs.FUSION);
        row.lossWeighting = text(trial.assignment(), Knobs.LOSS_WEIGHTING);
        row.seed = trial.seed();
        row.createdAt = trial.createdAt();
        return row;
    }

    static Trial record(TrialEntity row) {
        return new Trial(
                new TrialId(row.id),
                new ExperimentId(row.experiment),
                row.number,
                TrialOrigin.valueOf(row.origin),
                TrialState.valueOf(row.state),
                row.lane,
                row.attempt,
                new Assignment(StoredJson.read(row.assignment, OBJECT)),
                List.of(row.tasks),
                List.of(row.inputs),
                row.label,
                row.seed,
                row.message,
                new TrialProgress(row.epoch, row.epochs, row.bestEpoch, row.score, row.rowsPerSecond, row.secondsLeft),
                row.provenance == null ? Map.of() : StoredJson.read(row.provenance, OBJECT),
                row.createdAt,
                row.startedAt,
                row.endedAt);
    }

    static AttemptView record(AttemptEntity row) {
        return new AttemptView(
                row.number, row.worker, row.host, row.fromEpoch, row.startedAt, row.endedAt, row.outcome);
    }

    private static @Nullable String text(Assignment assignment, String name) {
        return assignment.has(name) ? assignment.text(name) : null;
    }
}
