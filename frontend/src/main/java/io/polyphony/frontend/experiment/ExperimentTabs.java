package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.comparison.AnalysisService;
import io.polyphony.backend.comparison.TrialRun;
import io.polyphony.backend.comparison.Verdict;
import io.polyphony.backend.experiment.ExperimentObjective;
import io.polyphony.backend.security.Actor;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Pending;
import io.polyphony.frontend.component.Sections;
import io.polyphony.frontend.component.Ui;
import io.polyphony.hpo.analysis.ImportanceMethod;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The trials side by side, whom to choose, what the search has learnt, what the referees say, and when everything ran. */
final class ExperimentTabs extends Div {
    private final ComparisonPanel table;
    private final ChartBoard board;
    private final AgreementPanel agreement;
    private final PreferencePanel preferences;
    private final InsightBoard insights;
    private final ProgressBoard progress;
    private final LandscapeBoard landscapes;
    private final Pending<List<TrialRun>> timeline;
    private final Pending<List<Verdict>> verdicts;
    private @Nullable Snapshot snapshot;
    private long ended = -1;

    ExperimentTabs(
            Snapshot first, AnalysisService analyses, Actor actor, boolean mayRun, Consumer<ImportanceMethod> measure) {
        var experiment = first.experiment();
        var selection = new Selection();
        var objectives =
                experiment.objectives().stream().map(ExperimentObjective::name).toList();
        table = new ComparisonPanel(selection, this::filtered);
        board = new ChartBoard(first.tasks(), selection, table::brush);
        agreement = new AgreementPanel(experiment.id(), mayRun);
        preferences = new PreferencePanel(analyses, actor, experiment, selection);
        insights = new InsightBoard(ImportanceMethod.PED_ANOVA, measure);
        progress = new ProgressBoard(objectives, selection);
        landscapes = new LandscapeBoard(analyses, actor, experiment.id(), objectives, selection);
        timeline = new Pending<>(
                () -> analyses.timeline(actor, experiment.id()), runs -> TimelinePanel.of(runs, Instant.now()));
        var sections = new Sections("Looks at the experiment");
        sections.add("Trials", Ui.div("stack", table, board));
        sections.add("Choose", preferences);
        sections.add("What it learnt", Ui.div("stack", insights, progress, landscapes, agreement));
        verdicts = new Pending<>(() -> analyses.verdicts(actor, experiment.id()), VerdictPanel::of);
        sections.add("Referees", verdicts);
        sections.add(
                "Timeline",
                new Panel(
                                "Who worked when",
                                "A lane for each trial that a worker trains at one time. A bar leads to its trial.")
                        .with(timeline));
        add(sections);
    }

    void show(Snapshot next) {
        snapshot = next;
        table.show(next);
        agreement.show(next.gradients());
        insights.show(next.insight());
        var trials = numbers(next);
        progress.show(next.insight(), trials);
        landscapes.show(next.insight(), trials);
        preferences.show(next.insight().tasks().getFirst().history().size());
        long over =
                next.rows().stream().filter(row -> row.trial().state().ended()).count();
        if (over != ended) {
            ended = over;
            timeline.again();
            verdicts.again();
        }
    }

    private void filtered(Set<String> shown) {
        if (snapshot != null) {
            board.show(snapshot, shown);
        }
    }

    private static Map<Integer, String> numbers(Snapshot snapshot) {
        var numbers = new HashMap<Integer, String>();
        snapshot.rows()
                .forEach(row ->
                        numbers.put(row.trial().number(), row.trial().id().toString()));
        return numbers;
    }
}
