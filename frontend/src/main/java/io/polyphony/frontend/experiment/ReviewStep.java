package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.dataset.WindowSpec;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.experiment.PrunerChoice;
import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.backend.experiment.WarmStart;
import io.polyphony.backend.security.Actor;
import io.polyphony.frontend.component.CopyBlock;
import io.polyphony.frontend.component.Facts;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What will happen, and the same as a call for scripts. */
final class ReviewStep implements WizardStep {
    private final Draft draft;
    private final ExperimentService experiments;
    private final Actor actor;
    private final Curl curl;
    private final Runnable changed;

    ReviewStep(Draft draft, ExperimentService experiments, Actor actor, Curl curl, Runnable changed) {
        this.draft = draft;
        this.experiments = experiments;
        this.actor = actor;
        this.curl = curl;
        this.changed = changed;
    }

    @Override
    public String title() {
        return "Review";
    }

    @Override
    public Component content() {
        var call = new CopyBlock(curl.call(draft.request()));
        var name = new TextField("Name");
        name.setWidthFull();
        name.setMaxLength(200);
        name.setValue(draft.effectiveName());
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(change -> {
            draft.name = change.getValue();
            call.setText(curl.call(draft.request()));
            changed.run();
        });
        return Ui.div(
                "stack",
                new Panel("Ready?").with(name, outcome()),
                new Panel(
                                "The same from a script",
                                "Put an API token into $POLYPHONY_TOKEN; Team, API tokens makes one.")
                        .with(call));
    }

    private Component outcome() {
        try {
            return outcome(experiments.preview(actor, draft.request()));
        } catch (RuntimeException refused) {
            return Ui.notice("bad", Problems.text(refused));
        }
    }

    private static Div outcome(ExperimentView preview) {
        var tasks = preview.tasks().stream()
                .map(task -> "%s: %s, %s"
                        .formatted(
                                TaskTitle.of(task),
                                Numbers.words(task.type().name()).toLowerCase(java.util.Locale.ROOT),
                                Metrics.label(task.metric())))
                .collect(Collectors.joining("; "));
        var inputs = preview.inputs().stream()
                .map(input ->
                        "%s (%s)".formatted(Numbers.words(input.modality().name()), String.join(", ", input.columns())))
                .collect(Collectors.joining("; "));
        var facts = new Facts()
                .fact("Tasks", tasks)
                .fact("Inputs of the network", inputs)
                .fact("Split", split(preview.split()))
                .fact("Folds", folds(preview.split()))
                .fact("Windows", windows(preview.split().windows()))
                .fact("Most epochs of a trial", String.valueOf(preview.search().epochs()))
                .fact("Most time of a trial", minutes(preview.budget().trialSeconds()))
                .fact("Pruner", pruner(preview.search()))
                .fact("Begins with", warm(preview.warmStarts()))
                .fact("Referees", String.valueOf(preview.progress().refereesPlanned()));
        var outcome = Ui.div("stack");
        preview.cautions().forEach(caution -> outcome.add(Ui.notice("warn", caution)));
        outcome.add(facts);
        return outcome;
    }

    /** Where the first trials come from, as far as they are no recipes. */
    private static @Nullable String warm(List<WarmStart> starts) {
        return starts.isEmpty()
                ? null
                : starts.stream()
                        .map(start -> "trial %d of %s".formatted(start.trial(), start.name()))
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable String minutes(@Nullable Double seconds) {
        return seconds == null ? null : Numbers.plain(seconds / 60) + " min";
    }

    /** With the numbers that it was given, where it takes any. */
    private static String pruner(SearchChoices search) {
        var numbers = search.prunerSettings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(number -> "%s %s".formatted(number.getKey(), Numbers.plain(number.getValue())))
                .collect(Collectors.joining(", "));
        var title = PrunerChoice.named(search.pruner()).title();
        return numbers.isEmpty() ? title : "%s (%s)".formatted(title, numbers);
    }

    private static @Nullable String folds(SplitSpec split) {
        return split.folds() == 1
                ? null
                : "%d: each trial trains as many networks, and every row that is not sealed judges the one that has not seen it"
                        .formatted(split.folds());
    }

    private static String split(SplitSpec split) {
        return split.splitColumn() != null
                ? "by the column " + split.splitColumn()
                : "%s, %s for validation, %s sealed for the test%s"
                        .formatted(
                                split.windows() == null ? "at random" : "by time",
                                Numbers.percent(split.validationShare()),
                                Numbers.percent(split.testShare()),
                                together(split));
    }

    private static String together(SplitSpec split) {
        var series = split.seriesColumns();
        if (!series.isEmpty()) {
            return "; rows of one %s are a series".formatted(String.join(" and ", series));
        }
        if (split.groupColumn() != null) {
            return "; rows of one %s stay together".formatted(split.groupColumn());
        }
        return split.copies().isEmpty() ? "" : "; copies of a row stay together";
    }

    private static String known(List<String> ahead) {
        return ahead.isEmpty() ? "" : "; known ahead: " + String.join(", ", ahead);
    }

    private static @Nullable String windows(@Nullable WindowSpec windows) {
        return windows == null
                ? null
                : "%d steps seen, %d ahead, in the order of %s%s"
                        .formatted(
                                windows.lookback(),
                                windows.horizon(),
                                windows.timeColumn() == null ? "the rows" : windows.timeColumn(),
                                known(windows.aheadColumns()));
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }
}
