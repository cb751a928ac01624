package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.HeaderRow;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.polyphony.backend.comparison.TaskCell;
import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Palette;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.trial.TrialNavigation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of the comparison. Cells are drawn in the browser from plain values; nothing a user named becomes HTML. */
final class Columns {
    private static final String NAME = """
            <div class="trial-cell"><i class="swatch" style="--c:${item.color}"></i>
            <a href="${item.href}" class="list-link" tabindex="-1" title="${item.name}">${item.name}</a>
            ${item.pareto ? "★" : ""}</div>""";
    private static final String STATE =
            "<span class=\"state plain ${item.tone}\" title=\"${item.message}\">${item.state}</span>";
    private static final String WORD =
            "<div class=\"trial-cell\"><i class=\"swatch round\" style=\"--c:${item.color}\"></i><span>${item.word}</span></div>";
    private static final String HEAT =
            "<div class=\"heat ${item.best ? 'best' : ''}\" style=\"--h:${item.heat}\"><span class=\"num\">${item.value}</span><i ?hidden=${!item.known}></i></div>";
    private static final String NUMBER = "<span class=\"num\">${item.text}</span>";

    private final Grid<TrialRow> grid;
    private final Map<String, Standings.Scale> scales;
    private @Nullable HeaderRow groups;
    private List<Grid.Column<TrialRow>> knobs = List.of();

    Columns(Grid<TrialRow> grid, Map<String, Standings.Scale> scales) {
        this.grid = grid;
        this.scales = scales;
    }

    /**
     * All but the parameters'.
     *
     * @param metrics by task: further metrics to show
     */
    void build(List<ExperimentTask> tasks, Map<String, List<String>> metrics) {
        grid.removeAllColumns();
        knobs = List.of();
        addTrial();
        addChoice("Fusion", "144px", row -> row.trial().fusion());
        addChoice("Weighting", "132px", row -> row.trial().lossWeighting());
        addState();
        var byTask = new LinkedHashMap<String, List<Grid.Column<TrialRow>>>();
        tasks.forEach(task -> byTask.put(task.name(), addTask(task, metrics.getOrDefault(task.name(), List.of()))));
        addProgress();
        group(byTask);
    }

    /**
     * Parameters come with the first trials. The other columns stay meanwhile, for a browser may be about to tell how these are
     * sorted, which fails if they are gone (flow-components #6008).
     */
    void parameters(List<String> names) {
        knobs.forEach(grid::removeColumn);
        knobs = names.stream().map(this::addKnob).toList();
    }

    /** Only when columns are there: the row made first must be the one that holds the columns' own headers. */
    private void group(Map<String, List<Grid.Column<TrialRow>>> byTask) {
        var row = groups == null ? grid.prependHeaderRow() : groups;
        groups = row;
        byTask.forEach(
                (task, columns) -> row.join(columns.toArray(Grid.Column[]::new)).setComponent(Ui.span("group", task)));
    }

    private void addTrial() {
        grid.addColumn(LitRenderer.<TrialRow>of(NAME)
                        .withProperty(
                                "color",
                                row -> Standings.referee(row)
                                        ? "var(--ink-3)"
                                        : Palette.trial(row.trial().number()))
                        .withProperty(
                                "href", row -> TrialNavigation.href(row.trial().id()))
                        .withProperty("name", Columns::name)
                        .withProperty("pareto", TrialRow::pareto))
                .setHeader("Trial")
                .setFrozen(true)
                .setWidth("158px")
                .setFlexGrow(0)
                .setComparator(Comparator.comparing(row -> row.trial().number()))
                .setKey("trial");
    }

    private void addState() {
        grid.addColumn(LitRenderer.<TrialRow>of(STATE)
                        .withProperty(
                                "state",
                                row -> Numbers.words(row.trial().state().name()))
                        .withProperty("tone", row -> tone(row))
                        .withProperty(
                                "message",
                                row -> row.trial().message() == null
                                        ? ""
                                        : row.trial().message()))
                .setHeader("State")
                .setWidth("118px")
                .setFlexGrow(0)
                .setComparator(Comparator.comparing(row -> row.trial().state()));
        // Ascending has the unranked first, so that descending, the order of the beginning, has them last.
        var score = number("Score", TrialRow::score, "86px")
                .setComparator(Comparator.comparing(TrialRow::score, Comparator.nullsFirst(Comparator.naturalOrder())));
        grid.sort(GridSortOrder.desc(score).build());
    }

    private List<Grid.Column<TrialRow>> addTask(ExperimentTask task, List<String> metrics) {
        var group = new ArrayList<Grid.Column<TrialRow>>();
        group.add(grid.addColumn(LitRenderer.<TrialRow>of(HEAT)
                        .withProperty("value", row -> Numbers.metric(Standings.value(row, task)))
                        .withProperty("heat", row -> heat(row, task))
                        .withProperty("known", row -> Standings.value(row, task) != null)
                        .withProperty("best", row -> heat(row, task) == 1))
                .setHeader(Metrics.label(task.metric()))
                .setWidth("128px")
                .setFlexGrow(1)
                .setComparator(Standings.betterFirst(task)));
        group.add(number("Loss", cell(task, TaskCell::validationLoss), "82px"));
        group.add(number("Weight", cell(task, TaskCell::lossWeight), "86px"));
        metrics.forEach(metric -> group.add(number(
                Metrics.label(metric),
                cell(
                        task,
                        found -> found.metrics().containsKey(metric)
                                ? found.metrics().get(metric).atBest()
                                : null),
                "116px")));
        return group;
    }

    private static Function<TrialRow, @Nullable Double> cell(
            ExperimentTask task, Function<TaskCell, @Nullable Double> value) {
        return row -> {
            var cell = row.tasks().get(task.name());
            return cell == null ? null : value.apply(cell);
        };
    }

    private void addChoice(String header, String width, Function<TrialRow, @Nullable String> choice) {
        grid.addColumn(LitRenderer.<TrialRow>of(WORD)
                        .withProperty("word", row -> choice.apply(row) == null ? "–" : Numbers.words(choice.apply(row)))
                        .withProperty(
                                "color",
                                row -> header.equals("Fusion") && choice.apply(row) != null
                                        ? Palette.fusion(choice.apply(row))
                                        : "transparent"))
                .setHeader(header)
                .setWidth(width)
                .setFlexGrow(0)
                .setComparator(Comparator.comparing(
                        row -> choice.apply(row), Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private void addProgress() {
        grid.addColumn(LitRenderer.<TrialRow>of(NUMBER)
                        .withProperty(
                                "text",
                                row -> row.trial().epochs() == 0
                                        ? "–"
                                        : row.trial().epoch() + " / "
                                                + row.trial().epochs()))
                .setHeader("Epochs")
                .setWidth("96px")
                .setFlexGrow(0)
                .setComparator(Comparator.comparing(row -> row.trial().epoch()));
    }

    private Grid.Column<TrialRow> addKnob(String knob) {
        return grid.addColumn(LitRenderer.<TrialRow>of(NUMBER)
                        .withProperty(
                                "text", row -> text(row.trial().assignment().get(knob))))
                .setHeader(knob.replace('_', ' '))
                .setWidth(Math.clamp(40 + 8L * knob.length(), 96, 200) + "px")
                .setFlexGrow(0)
                .setComparator((left, right) -> compare(
                        left.trial().assignment().get(knob),
                        right.trial().assignment().get(knob)));
    }

    private Grid.Column<TrialRow> number(String header, Function<TrialRow, @Nullable Double> value, String width) {
        return grid.addColumn(
                        LitRenderer.<TrialRow>of(NUMBER).withProperty("text", row -> Numbers.metric(value.apply(row))))
                .setHeader(header)
                .setWidth(width)
                .setFlexGrow(0)
                .setComparator(
                        Comparator.comparing(row -> value.apply(row), Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private double heat(TrialRow row, ExperimentTask task) {
        var value = Standings.value(row, task);
        var scale = scales.get(task.name());
        return value == null || scale == null || !Double.isFinite(value) ? 0 : scale.at(value);
    }

    static String name(TrialRow row) {
        return Standings.referee(row)
                ? row.trial().label()
                : "Trial " + row.trial().number();
    }

    private static String tone(TrialRow row) {
        return switch (row.trial().state()) {
            case RUNNING -> "running";
            case COMPLETED -> "good";
            case WAITING, CANCELLED -> "idle";
            case PAUSED, PRUNED -> "warn";
            case DIVERGED, FAILED -> "bad";
        };
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case Double number -> Numbers.number(number);
            case Number number -> number.toString();
            default -> String.valueOf(value).toLowerCase(Locale.ROOT);
        };
    }

    private static int compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        return text(left).compareTo(text(right));
    }
}
