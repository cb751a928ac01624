package io.polyphony.frontend.experiment;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.dataset.DatasetSummary;
import io.polyphony.backend.experiment.BudgetRequest;
import io.polyphony.backend.experiment.ExperimentRequest;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.ObjectiveRequest;
import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.backend.experiment.SearchRequest;
import io.polyphony.backend.experiment.StepColumns;
import io.polyphony.backend.experiment.TaskRequest;
import io.polyphony.backend.experiment.space.Choice;
import io.polyphony.backend.experiment.space.DataFacts;
import io.polyphony.backend.experiment.space.EncoderChoices;
import io.polyphony.backend.experiment.space.MediaFacts;
import io.polyphony.backend.experiment.space.TaskFacts;
import io.polyphony.backend.experiment.space.TrainingKnob;
import io.polyphony.engine.data.Modality;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the wizard has gathered so far. What stays as the platform would choose it anyway is left out of the request. */
final class Draft {
    @Nullable
    DatasetSummary dataset;

    List<ColumnInfo> columns = List.of();
    final Map<String, TaskRequest> tasks = new LinkedHashMap<>();

    /** What is improved and limited, where that is not every task by its metric. */
    final List<ObjectiveRequest> objectives = new ArrayList<>();

    @Nullable
    String scalarization;

    @Nullable
    List<String> inputs;

    final ForecastDraft forecast = new ForecastDraft();

    List<String> fusions = SearchChoices.USUAL_FUSIONS;
    List<String> weightings = SearchChoices.USUAL_LOSS_WEIGHTINGS;
    /** Encoders by modality, where they are not the usual ones. */
    final Map<Modality, List<String>> encoders = new EnumMap<>(Modality.class);

    /** What training may be, by knob, where that is not as usual. */
    final Map<String, List<String>> training = new LinkedHashMap<>();

    @Nullable
    Integer trials = 30;

    @Nullable
    Double minutes = 10.0;

    /** How long one trial may train; null: as long as its epochs take. */
    @Nullable
    Double minutesPerTrial;

    final SplitDraft split = new SplitDraft();

    @Nullable
    String sampler;

    @Nullable
    String pruner;

    /** Numbers that the pruner is given, where they are not the usual ones; by objective the worst value that goes on. */
    final Map<String, Double> prunerSettings = new LinkedHashMap<>();

    boolean referees = true;

    /** Whether to begin with what did well in earlier experiments of the project as well. */
    boolean warmStart = true;

    /** The score that is enough; null: none. */
    @Nullable
    Double enough;

    /** The expected gain below which the search ends; null: it never ends for that. */
    @Nullable
    Double leastGain;

    @Nullable
    Long seed;

    String name = "";

    /** Another data set: what was chosen of the former one no longer means anything. */
    void choose(DatasetSummary chosen, List<ColumnInfo> itsColumns) {
        dataset = chosen;
        columns = itsColumns;
        inputs = null;
        forecast.time = null;
        forecast.ahead.clear();
        split.clear();
        encoders.clear();
        tasks.clear();
        objectives.clear();
        prunerSettings.clear();
        var usable = chosen.usable();
        for (var task : new SuggestedTasks(itsColumns, usable == null ? 0 : usable.rows()).tasks()) {
            forecast.horizon = task.horizon() == null ? forecast.horizon : task.horizon();
            tasks.put(task.target(), task);
        }
        name = "";
    }

    /** Keeps these targets; new ones get the type and metric that their values suggest. */
    void target(Collection<String> targets) {
        var gone = tasks.keySet().stream()
                .filter(target -> !targets.contains(target))
                .toList();
        gone.forEach(tasks::remove);
        // Limits of objectives that are gone with them.
        prunerSettings
                .keySet()
                .removeIf(
                        name -> gone.stream().anyMatch(target -> name.equals(target) || name.startsWith(target + ".")));
        targets.forEach(target -> tasks.putIfAbsent(target, new TaskRequest(target, null, null)));
        if (inputs != null) {
            inputs = inputs.stream().filter(input -> !targets.contains(input)).toList();
        }
    }

    /** The same target as another type of task. */
    TaskRequest as(TaskRequest task, @Nullable String type) {
        return forecast.of(task.as(type, null));
    }

    /** Takes a task in the place of the one with its target. */
    void put(TaskRequest task) {
        tasks.put(task.target(), task);
        inputs = forecasts() ? null : inputs;
    }

    /** Whether any task is a forecast. */
    boolean forecasts() {
        return tasks.values().stream().anyMatch(ForecastDraft::isForecast);
    }

    /** All forecasts go as far and see as much as the forecast draft says now. */
    void steps() {
        tasks.replaceAll((_, task) -> forecast.of(task));
    }

    /** The inputs that will be used, as far as it is known before the data are looked at. */
    List<String> effectiveInputs() {
        return inputs != null
                ? inputs
                : columns.stream()
                        .filter(column -> column.role() == ColumnRole.INPUT && !tasks.containsKey(column.name()))
                        .filter(column -> !forecasts()
                                || column.numbers() == null
                                || !column.name().equals(forecast.time))
                        .map(ColumnInfo::name)
                        .toList();
    }

    private InputKinds kinds() {
        return new InputKinds(columns, effectiveInputs(), forecasts(), forecast.ahead);
    }

    /** What kinds of inputs there are, in the order in which they are shown. */
    Set<Modality> modalities() {
        return new TreeSet<>(kinds().modalities());
    }

    /** Whether there are several inputs. */
    boolean fuses() {
        return kinds().modalities().size() > 1;
    }

    /** What the choices depend on, as far as it is known before the data are looked at. */
    DataFacts facts(List<ExperimentTask> planned) {
        var kinds = kinds();
        var modalities = kinds.modalities();
        return new DataFacts(
                modalities,
                TaskFacts.of(planned, modalities),
                0,
                MediaFacts.NONE,
                kinds.cells().size(),
                StepColumns.count(kinds.cells()));
    }

    /** The encoders that may be tried for inputs of that kind. */
    List<String> encoders(Modality modality) {
        var chosen = encoders.get(modality);
        return chosen == null ? Choice.usual(EncoderChoices.all(modality)) : chosen;
    }

    /** What a knob of training may be. */
    List<String> training(TrainingKnob knob) {
        return knob.allowed(knob.name(), training);
    }

    void train(TrainingKnob knob, List<String> chosen) {
        if (chosen.equals(Choice.usual(knob.options()))) {
            training.remove(knob.name());
        } else {
            training.put(knob.name(), chosen);
        }
    }

    String effectiveName() {
        return name.isBlank()
                ? (dataset == null ? "Experiment" : dataset.name() + ": " + String.join(", ", tasks.keySet()))
                : name.strip();
    }

    ExperimentRequest request() {
        return request(search(warmStart, prunerSettings));
    }

    /** The same without what takes long to plan, or may not fit them yet, and changes nothing about the tasks. */
    ExperimentRequest tasksOnly() {
        return request(search(false, Map.of()));
    }

    private ExperimentRequest request(@Nullable SearchRequest search) {
        return new ExperimentRequest(
                effectiveName(),
                dataset == null ? null : dataset.id(),
                new ArrayList<>(tasks.values()),
                objectives.isEmpty() ? null : List.copyOf(objectives),
                inputs,
                split.request(forecasts() ? forecast : null),
                search,
                new BudgetRequest(trials, minutes, enough, leastGain, minutesPerTrial),
                seed);
    }

    private @Nullable SearchRequest search(boolean warm, Map<String, Double> settings) {
        var search = new SearchRequest(
                fusions.equals(SearchChoices.USUAL_FUSIONS) ? null : fusions,
                weightings.equals(SearchChoices.USUAL_LOSS_WEIGHTINGS) ? null : weightings,
                encoders.isEmpty() ? null : Map.copyOf(encoders),
                training.isEmpty() ? null : Map.copyOf(training),
                sampler,
                pruner,
                settings.isEmpty() ? null : Map.copyOf(settings),
                referees ? null : Boolean.FALSE,
                null,
                scalarization,
                warm ? null : Boolean.FALSE);
        return Objects.equals(search, SearchRequest.defaults()) ? null : search;
    }
}
