package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.DbClock;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.dataset.DatasetSummary;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.dataset.Splits;
import io.polyphony.backend.dataset.Windows;
import io.polyphony.backend.experiment.space.DataFacts;
import io.polyphony.backend.experiment.space.DefaultSpace;
import io.polyphony.backend.experiment.space.FirstTrials;
import io.polyphony.backend.experiment.space.Referees;
import io.polyphony.backend.security.Actor;
import io.polyphony.engine.data.InputSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** A request to an experiment: everything left out is filled in, everything wrong is named with a cure. */
@ApplicationScoped
class ExperimentPlanner {
    private static final int LONGEST_NAME = 200;
    private final DatasetService datasets;
    private final DatasetTables tables;
    private final UploadedEncoderStore uploaded;
    private final WarmStarter warmStarter;
    private final DbClock clock;
    private final int belowRows;

    ExperimentPlanner(
            DatasetService datasets,
            DatasetTables tables,
            UploadedEncoderStore uploaded,
            EarlierSearches earlier,
            ExperimentStore store,
            DbClock clock,
            @ConfigProperty(name = "polyphony.folds.below-rows", defaultValue = "5000") int belowRows) {
        this.belowRows = belowRows;
        this.uploaded = uploaded;
        this.datasets = datasets;
        this.tables = tables;
        this.warmStarter = new WarmStarter(earlier, store);
        this.clock = clock;
    }

    /** @param dataset with a usable version */
    Experiment plan(Actor actor, ExperimentRequest request, DatasetSummary dataset, DatasetVersionId version) {
        var faults = new Faults();
        var name = name(request.name(), faults);
        var columns = columns(version);
        var tasks = new TaskPlanner(
                        columns,
                        target -> datasets.requireUsableTarget(version, target),
                        () -> tables.load(version, List.of()).rows(),
                        faults)
                .plan(request.tasks());
        long seed = request.seed() == null ? 1 : request.seed();
        var reading = new ReadingPlanner(tables, version, columns, belowRows, faults).plan(request, tasks, seed);
        var inputs = reading.inputs();
        var split = reading.split();
        long rows = split == null || faults.any() ? 0 : trainRows(version, split, faults);
        var search = new SearchPlanner(faults, uploaded.list(dataset.project()));
        var facts = FactPlanner.facts(inputs, tasks, columns, rows);
        var objectives = new ObjectivePlanner(tasks, faults).plan(request.objectives());
        var choices = search.choices(request.search(), facts, objectives);
        var budget = search.budget(request.budget());
        faults.raise();
        return new Experiment(
                ExperimentId.next(),
                dataset.project(),
                dataset.id(),
                version,
                name,
                ExperimentState.WAITING,
                null,
                tasks,
                warm(
                        dataset.project(),
                        plan(
                                inputs,
                                Objects.requireNonNull(split),
                                objectives,
                                choices,
                                tasks,
                                facts,
                                reading.cautions()),
                        budget),
                budget,
                seed,
                actor.id(),
                clock.now(),
                null,
                null);
    }

    private static ExperimentPlan plan(
            List<InputSpec> inputs,
            SplitSpec split,
            List<ExperimentObjective> objectives,
            SearchChoices choices,
            List<ExperimentTask> tasks,
            DataFacts facts,
            List<String> cautions) {
        var space = DefaultSpace.of(facts, choices);
        return new ExperimentPlan(
                inputs,
                split,
                objectives,
                choices,
                space,
                FirstTrials.of(space, facts),
                List.of(),
                choices.referees() ? Referees.of(inputs, tasks) : List.of(),
                cautions);
    }

    private ExperimentPlan warm(ProjectId project, ExperimentPlan plan, Budget budget) {
        return plan.search().warmStart() ? warmStarter.warm(project, plan, budget) : plan;
    }

    private static String name(@Nullable String wanted, Faults faults) {
        var name = wanted == null ? "" : wanted.strip();
        faults.unless(
                !name.isEmpty() && name.length() <= LONGEST_NAME,
                "/name",
                "The name (%s) must have 1 to %d characters.".formatted(name, LONGEST_NAME));
        return name;
    }

    private Map<String, ColumnInfo> columns(DatasetVersionId version) {
        var columns = new LinkedHashMap<String, ColumnInfo>();
        tables.columns(version).forEach(column -> columns.put(column.name(), column));
        return columns;
    }

    private long trainRows(DatasetVersionId version, SplitSpec split, Faults faults) {
        var parts = faults.at("/split", () -> {
            var table = tables.load(version, split.columns());
            return split.windows() == null
                    ? Splits.folds(table, split, Splits.of(table, split))
                    : List.of(Windows.of(table, split).split());
        });
        return parts == null ? 0 : parts.getFirst().train().length;
    }
}
