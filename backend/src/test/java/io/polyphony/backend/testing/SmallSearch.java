package io.polyphony.backend.testing;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.BudgetRequest;
import io.polyphony.backend.experiment.ExperimentRequest;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.experiment.TaskRequest;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialOrigin;
import io.polyphony.backend.trial.TrialProgress;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.hpo.space.Assignment;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Experiments on {@link SmallData} and rows of trials, for tests that write what a worker would. */
@ApplicationScoped
public class SmallSearch {
    private final TestTeam team;
    private final SmallData data;
    private final ExperimentService experiments;

    SmallSearch(TestTeam team, SmallData data, ExperimentService experiments) {
        this.team = team;
        this.data = data;
        this.experiments = experiments;
    }

    /** What to ask for one task of a small data set that is uploaded now. */
    public ExperimentRequest request(Actor actor, ProjectId project, String target, int trials) {
        return new ExperimentRequest(
                "Small search",
                data.upload(actor, project, 60),
                List.of(new TaskRequest(target, null, null)),
                null,
                null,
                null,
                new BudgetRequest(trials, null),
                null);
    }

    /** An experiment that no worker touches. */
    public ExperimentId paused(Actor actor, ExperimentRequest request) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var id = experiments.create(actor, request).id();
            experiments.pause(actor, id);
            return id;
        });
    }

    /** An experiment of its own owner and project, with one task, that no worker touches. */
    public ExperimentView paused(String target) {
        var ann = team.user();
        var id = paused(ann, request(ann, team.project(ann), target, 1));
        return QuarkusTransaction.requiringNew().call(() -> experiments.get(ann, id));
    }

    /** What is done to such an experiment that nobody else ever sees: all of it is one transaction, which is rolled back. */
    public void unseen(String target, int trials, Consumer<ExperimentId> done) {
        var ann = team.user();
        var request = request(ann, team.project(ann), target, trials);
        QuarkusTransaction.begin();
        try {
            done.accept(experiments.create(ann, request).id());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** A trial as a search writes it, of one task and two inputs. */
    public static Trial trial(TrialId id, ExperimentId experiment, int number, TrialState state, String task) {
        return new Trial(
                id,
                experiment,
                number,
                TrialOrigin.SEARCH,
                state,
                1,
                0,
                new Assignment(Map.of("fusion", "late")),
                List.of(task),
                List.of("table", "text"),
                "#" + number,
                1,
                null,
                TrialProgress.NONE,
                Map.of(),
                Instant.now(),
                null,
                null);
    }
}
