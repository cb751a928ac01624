package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.TaskRequest;
import io.polyphony.backend.experiment.space.HeadChoices;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.evaluation.MetricInfo;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to predict, and from what. */
final class TasksStep implements WizardStep {
    private final Draft draft;
    private final Runnable changed;
    private final Supplier<Planned> planned;
    private final ObjectivePanel objectives;
    private final Div rows = Ui.div("stack tight");
    private final MultiSelectComboBox<String> inputs = new MultiSelectComboBox<>("Inputs");

    /** @param planned the tasks as the platform would have them now */
    TasksStep(Draft draft, Supplier<Planned> planned, Runnable changed) {
        this.draft = draft;
        this.changed = changed;
        this.planned = planned;
        this.objectives = new ObjectivePanel(draft, planned, changed);
        inputs.setWidthFull();
        inputs.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                draft.inputs = inOrder(change.getValue().stream().toList());
                changed.run();
            }
        });
    }

    @Override
    public String title() {
        return "Tasks";
    }

    @Override
    public Component content() {
        var targets = new MultiSelectComboBox<String>("Columns to predict");
        targets.setWidthFull();
        targets.setItems(
                names(draft.columns.stream().filter(TasksStep::predictable).toList()));
        targets.setValue(draft.tasks.keySet());
        targets.addValueChangeListener(change -> {
            draft.target(inOrder(change.getValue().stream().toList()));
            showRows();
            showInputs();
            changed.run();
        });
        showRows();
        showInputs();
        return Ui.div(
                "stack",
                new Panel(
                                "What shall be predicted?",
                                "Each column becomes a task with a head of its own; they share one network, and one step must please them all.")
                        .with(targets, rows),
                new Panel(
                                "From what?",
                                "All tables become one input, all texts one, each image or audio column one. Ids, groups, splits and targets stay out. A forecast sees the past of numbers, its own first of all; of other columns its last cell, and which series it is of.")
                        .with(inputs),
                new Panel(
                                "What makes a good model?",
                                "Trials are compared in everything that is to be improved; one that misses a limit ranks behind all that keep to theirs.")
                        .with(objectives));
    }

    private void showInputs() {
        inputs.setItems(names(draft.columns.stream()
                .filter(column -> !draft.tasks.containsKey(column.name()))
                .toList()));
        inputs.setValue(draft.effectiveInputs());
    }

    private void showRows() {
        rows.removeAll();
        var plan = planned.get();
        draft.tasks.values().forEach(task -> rows.add(row(task, plan.of(task.target()))));
        if (plan.problem() != null && missing().isEmpty()) {
            rows.add(Ui.notice("warn", plan.problem()));
        }
        if (draft.forecasts()) {
            rows.add(new ForecastFields(draft, () -> {
                showInputs();
                changed.run();
            }));
        }
        objectives.refresh();
    }

    private Div row(TaskRequest task, Optional<ExperimentTask> known) {
        var type = new Select<String>();
        type.setAriaLabel("Type of " + task.target());
        type.setItems(Stream.concat(
                        Stream.of(""),
                        Stream.of(TaskType.values()).map(value -> value.name().toLowerCase(Locale.ROOT)))
                .toList());
        type.setItemLabelGenerator(value -> value.isEmpty() ? automatic(task, known) : Numbers.words(value));
        type.setValue(task.type() == null ? "" : task.type());
        var metric = new Select<String>();
        metric.setAriaLabel("Metric of " + task.target());
        metric.setItems(metrics(task.type()));
        metric.setItemLabelGenerator(
                value -> value.isEmpty() ? usual(task, known) : io.polyphony.frontend.experiment.Metrics.label(value));
        metric.setValue(task.metric() == null ? "" : task.metric());
        type.addValueChangeListener(change -> replace(draft.as(task, orNull(change.getValue()))));
        metric.addValueChangeListener(change -> replace(task.as(task.type(), orNull(change.getValue()))));
        var row = Ui.div("task-row", Ui.span("name", task.target()), type, metric);
        if (draft.tasks.size() > 1) {
            row.add(helps(task));
        }
        known.ifPresent(one ->
                row.add(Ui.span("small muted about", HeadChoices.of(one.type()).explanation())));
        return row;
    }

    private Checkbox helps(TaskRequest task) {
        var helps = new Checkbox("Helps only", Boolean.TRUE.equals(task.auxiliary()));
        helps.setAriaLabel(task.target() + " helps the other tasks only");
        helps.setTooltipText("It is learnt so that the others are learnt better, and ranks no trial.");
        helps.addValueChangeListener(change -> replace(task.helping(change.getValue())));
        return helps;
    }

    /** What is chosen where nothing is said; known only while nothing is. */
    private static String automatic(TaskRequest task, Optional<ExperimentTask> known) {
        return known.filter(_ -> task.type() == null)
                .map(one -> "Automatic: " + Numbers.words(one.type().name()).toLowerCase(Locale.ROOT))
                .orElse("Automatic");
    }

    private static String usual(TaskRequest task, Optional<ExperimentTask> known) {
        return known.filter(_ -> task.metric() == null)
                .map(one -> "Usual: " + io.polyphony.frontend.experiment.Metrics.label(one.metric()))
                .orElse("Usual metric");
    }

    private void replace(TaskRequest task) {
        draft.put(task);
        showRows();
        showInputs();
        changed.run();
    }

    private static List<String> metrics(@Nullable String type) {
        var metrics = type == null
                ? Stream.<MetricInfo>empty()
                : Metrics.forType(TaskType.valueOf(type.toUpperCase(Locale.ROOT))).stream();
        return Stream.concat(Stream.of(""), metrics.map(MetricInfo::name)).toList();
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private List<String> inOrder(List<String> chosen) {
        return names(draft.columns).stream().filter(chosen::contains).toList();
    }

    private static List<String> names(List<ColumnInfo> columns) {
        return columns.stream().map(ColumnInfo::name).toList();
    }

    private static boolean predictable(ColumnInfo column) {
        return (!column.modality().isMedia() || column.holdsMasks())
                && column.distinct() > 1
                && column.role() != ColumnRole.SPLIT;
    }

    @Override
    public Optional<String> missing() {
        if (draft.tasks.isEmpty()) {
            return Optional.of("Choose at least one column to predict.");
        }
        if (draft.forecasts()) {
            return draft.forecast.horizon == null ? Optional.of("Say how many steps ahead.") : Optional.empty();
        }
        return draft.effectiveInputs().isEmpty() ? Optional.of("Choose at least one input.") : Optional.empty();
    }
}
