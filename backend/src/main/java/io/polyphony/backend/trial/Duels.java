package io.polyphony.backend.trial;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.engine.evaluation.Bootstrap;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.hpo.analysis.Benefit;
import io.polyphony.hpo.trial.Direction;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lets two trials of an experiment answer the rows that judge them, and tells by how much one is better. */
@ApplicationScoped
public class Duels {
    private final ExperimentRows rows;
    private final Networks networks;

    Duels(ExperimentRows rows, Networks networks) {
        this.rows = rows;
        this.networks = networks;
    }

    /**
     * By how much the first is better than the second in each task that both learned, in the unit of the task's metric and turned so that above
     * 0 is better; the intervals are a paired bootstrap's over the rows, those drawn together that belong together. Tasks whose metric is not defined on these rows are left out. Takes
     * seconds: within no transaction.
     *
     * @return empty where the weights of one of both were let go
     */
    public Optional<Map<String, Benefit>> between(Experiment experiment, TrialId first, TrialId second) {
        var one = predictions(experiment, first);
        var other = predictions(experiment, second);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        var source = rows.of(experiment);
        var clusters = source.clusters(source.judging());
        var benefits = new LinkedHashMap<String, Benefit>();
        for (var task : experiment.tasks()) {
            var with = one.get().get(task.name());
            var without = other.get().get(task.name());
            if (with != null && without != null) {
                benefit(task, with, without, clusters).ifPresent(benefit -> benefits.put(task.name(), benefit));
            }
        }
        return Optional.of(benefits);
    }

    private Optional<Map<String, TaskPredictions>> predictions(Experiment experiment, TrialId trial) {
        var network = QuarkusTransaction.requiringNew().call(() -> networks.of(trial));
        return network.map(trained -> trained.judged(rows.of(experiment)));
    }

    private static Optional<Benefit> benefit(
            ExperimentTask task, TaskPredictions with, TaskPredictions without, int[] clusters) {
        var difference =
                Bootstrap.usual(with).differences(with, without, clusters).get(task.metric());
        return Optional.ofNullable(difference)
                .map(found -> task.direction() == Direction.MAXIMIZE
                        ? new Benefit(found.value(), found.low(), found.high())
                        : new Benefit(-found.value(), -found.high(), -found.low()));
    }
}
