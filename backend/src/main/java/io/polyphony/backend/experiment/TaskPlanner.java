package io.polyphony.backend.experiment;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.evaluation.MetricInfo;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.hpo.trial.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Wanted tasks to tasks: which type the column's values suggest, which metric speaks for it, and whether that can be. */
final class TaskPlanner {
    /** A numeric column with more values than this is a quantity, not a class. */
    private static final int MOST_NUMERIC_CLASSES = 20;

    private static final int MOST_CLASSES = 1000;
    /** Fewer classes than these may be rare in a small table. */
    private static final int MANY_CLASSES = 20;
    /** Share of the rows that are of one class. */
    private static final double LOPSIDED = 0.75;
    /** Most that a quantity may be in its own deviations: beyond, single precision would blur it by a hundredth of one. */
    private static final double FARTHEST = 1.0e-2 * (1 << 24);

    private final Map<String, ColumnInfo> columns;
    private final Function<String, ColumnInfo> usable;
    private final IntSupplier rows;
    private final Faults faults;

    /**
     * @param usable checks that a column can be predicted, throwing Invalid
     * @param rows how many rows the table has
     */
    TaskPlanner(Map<String, ColumnInfo> columns, Function<String, ColumnInfo> usable, IntSupplier rows, Faults faults) {
        this.columns = columns;
        this.usable = usable;
        this.rows = rows;
        this.faults = faults;
    }

    List<ExperimentTask> plan(@Nullable List<TaskRequest> requests) {
        if (requests == null || requests.isEmpty()) {
            faults.add("/tasks", "An experiment needs a task. Maybe name a target, one of %s.".formatted(suggested()));
            return List.of();
        }
        var tasks = new ArrayList<ExperimentTask>();
        var seen = new HashSet<String>();
        for (int i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            var pointer = "/tasks/" + i;
            if (request.target() == null) {
                faults.add(pointer + "/target", "The task names no target. Maybe one of %s.".formatted(suggested()));
            } else if (!seen.add(request.target())) {
                faults.add(pointer + "/target", "The target (%s) is named twice.".formatted(request.target()));
            } else {
                task(pointer, request).ifPresent(tasks::add);
            }
        }
        boolean ranked = tasks.isEmpty() || !tasks.stream().allMatch(ExperimentTask::auxiliary);
        faults.unless(
                ranked,
                "/tasks",
                "All tasks are auxiliary, so that nothing ranks a trial. Maybe let one of them count.");
        return tasks;
    }

    private Optional<ExperimentTask> task(String pointer, TaskRequest request) {
        if (!faults.known(pointer + "/target", "column", request.target(), columns.keySet())) {
            return Optional.empty();
        }
        var column = faults.at(pointer + "/target", () -> usable.apply(request.target()));
        if (column == null) {
            return Optional.empty();
        }
        return type(pointer + "/type", column, request)
                .flatMap(type -> metric(pointer + "/metric", type, column, request.metric())
                        .map(metric -> new ExperimentTask(
                                column.name(),
                                type,
                                metric.name(),
                                direction(metric),
                                Boolean.TRUE.equals(request.auxiliary()))));
    }

    private Optional<TaskType> type(String pointer, ColumnInfo column, TaskRequest request) {
        var horizon = request.horizon() != null || request.lookback() != null;
        var wanted = request.type() == null && horizon ? name(TaskType.FORECAST) : request.type();
        if (wanted == null) {
            var suggested = suggest(column);
            var unfit = unfit(suggested, column);
            unfit.ifPresent(text -> faults.add(pointer, text));
            return unfit.isPresent() ? Optional.empty() : Optional.of(suggested);
        }
        var names = Arrays.stream(TaskType.values()).map(TaskPlanner::name).toList();
        if (!faults.known(pointer, "task type", wanted.toLowerCase(Locale.ROOT), names)) {
            return Optional.empty();
        }
        var type = TaskType.valueOf(wanted.toUpperCase(Locale.ROOT));
        var objection = horizon && type != TaskType.FORECAST
                ? Optional.of("The task (%s) is %s, but only a forecast has a horizon. Maybe the type forecast."
                        .formatted(column.name(), name(type)))
                : objection(type, column).or(() -> unfit(type, column));
        objection.ifPresent(text -> faults.add(pointer, text));
        return objection.isPresent() ? Optional.empty() : Optional.of(type);
    }

    /** What can be read as that type, but not be learned. */
    private Optional<String> unfit(TaskType type, ColumnInfo column) {
        return switch (type) {
            case MULTICLASS, ORDINAL -> rare(column);
            case REGRESSION, COUNT, FORECAST -> blurred(column);
            case BINARY, MULTILABEL, VECTOR, SEGMENTATION, DETECTION -> Optional.empty();
        };
    }

    /** With fewer than two rows of a class on average, most classes of test rows were never seen. */
    private Optional<String> rare(ColumnInfo column) {
        long present = column.distinct() <= MANY_CLASSES ? Long.MAX_VALUE : rows.getAsInt() - column.missing();
        return column.distinct() <= present / 2
                ? Optional.empty()
                : Optional.of(
                        "The column (%s) has %d different values in %d cells, so that most classes have a single row and cannot be learned. Maybe %s."
                                .formatted(
                                        column.name(),
                                        column.distinct(),
                                        present,
                                        column.numbers() != null
                                                ? "regression"
                                                : "it is an id or free text, and another column is meant"));
    }

    private static Optional<String> blurred(ColumnInfo column) {
        var numbers = column.numbers();
        double largest = numbers == null ? 0 : Math.max(Math.abs(numbers.min()), Math.abs(numbers.max()));
        return numbers == null || numbers.deviation() == 0 || largest <= FARTHEST * numbers.deviation()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "The values of (%s) differ by so much less (a deviation of %.3g) than they are large (up to %.3g) that single precision cannot tell them apart. Maybe subtract a constant such as their mean beforehand.",
                        column.name(),
                        numbers.deviation(),
                        largest));
    }

    private static Optional<String> objection(TaskType type, ColumnInfo column) {
        if (column.modality().isMedia() != (type == TaskType.SEGMENTATION)) {
            return Optional.of("The column (%s) holds %s, but a %s task needs %s. Maybe %s."
                    .formatted(
                            column.name(),
                            column.modality().isMedia() ? "masks" : "no images",
                            name(type),
                            type == TaskType.SEGMENTATION ? "mask images" : "values",
                            column.modality().isMedia() ? "segmentation" : name(suggest(column))));
        }
        return switch (type) {
            // The cells themselves are looked at once their picture is known.
            case SEGMENTATION, DETECTION -> Optional.empty();
            case BINARY ->
                complain(
                        column.distinct() == 2,
                        "The column (%s) has %d different values, but a binary task needs two. Maybe multiclass or regression.",
                        column);
            case MULTICLASS, ORDINAL ->
                complain(
                        column.distinct() <= MOST_CLASSES,
                        "The column (%s) has %d different values, more than the 1000 classes allowed. Maybe regression.",
                        column);
            case MULTILABEL ->
                complain(
                        column.numbers() == null,
                        "The column (%s) with its %d different values holds numbers, but a multilabel task needs sets of names. Maybe multiclass or regression.",
                        column);
            case VECTOR ->
                complain(
                        column.numbers() == null,
                        "The column (%s) with its %d different values has one number per cell, but a vector has several. Maybe regression.",
                        column);
            case REGRESSION, COUNT, FORECAST ->
                complain(
                        column.numbers() != null,
                        "The column (%s) with its %d different values holds no numbers. Maybe multiclass.",
                        column);
        };
    }

    private static Optional<String> complain(boolean fine, String text, ColumnInfo column) {
        return fine ? Optional.empty() : Optional.of(text.formatted(column.name(), column.distinct()));
    }

    private static TaskType suggest(ColumnInfo column) {
        if (column.modality().isMedia()) {
            return TaskType.SEGMENTATION;
        }
        var text = column.text();
        if (text != null && text.boxes() > 0) {
            return TaskType.DETECTION;
        }
        if (column.distinct() == 2) {
            return TaskType.BINARY;
        }
        if (text != null && text.vector() > 0) {
            return TaskType.VECTOR;
        }
        if (text != null && text.labels() > 0) {
            return TaskType.MULTILABEL;
        }
        var numbers = column.numbers();
        boolean quantity = column.modality() == ColumnModality.NUMERIC
                && numbers != null
                && (!numbers.whole() || column.distinct() > MOST_NUMERIC_CLASSES);
        return quantity || Tally.is(column) ? TaskType.REGRESSION : TaskType.MULTICLASS;
    }

    private Optional<MetricInfo> metric(String pointer, TaskType type, ColumnInfo column, @Nullable String wanted) {
        if (wanted == null) {
            return Optional.of(usual(type, column));
        }
        var names = Metrics.forType(type).stream().map(MetricInfo::name).toList();
        return faults.known(pointer, "%s metric".formatted(name(type)), wanted, names)
                ? Optional.of(Metrics.info(wanted))
                : Optional.empty();
    }

    /** Where most rows are of one class, always naming that one is as right as many a good model; their probabilities tell them apart. */
    private MetricInfo usual(TaskType type, ColumnInfo column) {
        return type == TaskType.MULTICLASS && lopsided(column)
                ? Metrics.info(Metrics.LOG_LOSS)
                : Metrics.primaryFor(type);
    }

    private boolean lopsided(ColumnInfo column) {
        return column.topValues().values().stream()
                .findFirst()
                .filter(most -> most >= LOPSIDED * (rows.getAsInt() - column.missing()))
                .isPresent();
    }

    private String suggested() {
        var targets = columns.values().stream()
                .filter(ColumnInfo::suggestedTarget)
                .map(ColumnInfo::name)
                .toList();
        return String.join(", ", targets.isEmpty() ? columns.keySet() : targets);
    }

    private static Direction direction(MetricInfo metric) {
        return metric.higherIsBetter() ? Direction.MAXIMIZE : Direction.MINIMIZE;
    }

    private static String name(TaskType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
