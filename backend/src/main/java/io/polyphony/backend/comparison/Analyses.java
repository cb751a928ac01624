package io.polyphony.backend.comparison;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.trial.TrialStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Reads rows in a transaction and thinks about them afterwards. */
@ApplicationScoped
class Analyses implements AnalysisService {
    private static final int MOST_RUNS = 2000;
    private final ExperimentService experiments;
    private final ExperimentStore store;
    private final TrialStore trials;
    private final Fronts fronts;
    private final Verdicts verdicts;

    Analyses(
            ExperimentService experiments, ExperimentStore store, TrialStore trials, Fronts fronts, Verdicts verdicts) {
        this.experiments = experiments;
        this.store = store;
        this.trials = trials;
        this.fronts = fronts;
        this.verdicts = verdicts;
    }

    @Override
    public Slice slice(Actor actor, ExperimentId id, String objective, String parameter) {
        return landscapes(actor, id).slice(objective, parameter);
    }

    @Override
    public Contour contour(Actor actor, ExperimentId id, String objective, String first, String second) {
        return landscapes(actor, id).contour(objective, first, second);
    }

    @Override
    public List<TrialRun> timeline(Actor actor, ExperimentId id) {
        return Timeline.of(read(actor, id, experiment -> trials.attempts(experiment.id(), MOST_RUNS)));
    }

    @Override
    public Recommendation recommend(Actor actor, ExperimentId id, Preference preference) {
        return read(actor, id, experiment -> {
            var figures = new Wishes(experiment, preference).figures();
            var completed = fronts.completed(experiment, figures.all());
            return new Preferences(preference.scalarization(), figures, completed).recommend();
        });
    }

    @Override
    public List<Verdict> verdicts(Actor actor, ExperimentId id) {
        return verdicts.of(read(actor, id, Function.identity()));
    }

    private Landscapes landscapes(Actor actor, ExperimentId id) {
        return read(actor, id, experiment -> new Landscapes(experiment, fronts.completed(experiment)));
    }

    private <T> T read(Actor actor, ExperimentId id, Function<Experiment, T> reader) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            experiments.get(actor, id);
            return reader.apply(store.find(id).orElseThrow());
        });
    }
}
