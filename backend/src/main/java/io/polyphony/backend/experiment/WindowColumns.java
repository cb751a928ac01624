package io.polyphony.backend.experiment;

import io.polyphony.backend.dataset.WindowSpec;
import io.polyphony.engine.data.Column;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a window sees and is asked for of each column, where rows are steps of time.
 *
 * @param pasts of which it sees all steps up to a moment
 * @param series columns that tell series apart
 * @param next what is to be told of the step after those, and is no forecast
 */
public record WindowColumns(WindowSpec spec, Set<String> pasts, Set<String> series, Set<String> next) {
    public WindowColumns {
        pasts = Set.copyOf(pasts);
        series = Set.copyOf(series);
        next = Set.copyOf(next);
    }

    /** Which steps of a column. */
    public enum Place {
        /** All that are seen, and all that are asked for. */
        PAST,
        /** Those that are asked for, of which it is known. */
        AHEAD,
        /** The last that is seen, whose cell names the series. */
        SERIES,
        /** The last that is seen, whose cell says when that was. */
        TIME,
        /** The last that is seen. */
        LAST,
        /** The first that is asked for. */
        NEXT
    }

    /** Those of an experiment whose rows are steps of time. */
    public static WindowColumns of(Experiment experiment) {
        var plan = experiment.plan();
        // Answers on pictures lie on those that are seen.
        var next = experiment.tasks().stream()
                .filter(task ->
                        !plan.pasts().contains(task.name()) && !task.type().onPictures())
                .map(ExperimentTask::name)
                .collect(Collectors.toSet());
        return new WindowColumns(
                Objects.requireNonNull(plan.split().windows()),
                Set.copyOf(plan.pasts()),
                Set.copyOf(plan.split().seriesColumns()),
                next);
    }

    /** What is seen or asked for of that column. */
    public Place place(String column) {
        if (pasts.contains(column)) {
            return Place.PAST;
        }
        if (spec.aheadColumns().contains(column)) {
            return Place.AHEAD;
        }
        if (next.contains(column)) {
            return Place.NEXT;
        }
        if (series.contains(column)) {
            return Place.SERIES;
        }
        return column.equals(spec.timeColumn()) ? Place.TIME : Place.LAST;
    }

    /** Numbers in the order of time, seen from these moments. */
    public Column past(double[] ordered, int[] moments) {
        return new Column.Windows(ordered, moments, spec.lookback(), spec.horizon());
    }

    /** Numbers in the order of time, known of the steps from these moments on. */
    public Column ahead(double[] ordered, int[] moments) {
        var ends = IntStream.of(moments).map(moment -> moment + spec.horizon()).toArray();
        return new Column.Windows(ordered, ends, spec.horizon(), 0);
    }

    /** What is asked for is later than all that is learnt from, so that of dates only what comes again is told. */
    public static Column recurring(Column column) {
        return column instanceof Column.Dates dates ? new Column.Dates(dates.values(), true) : column;
    }
}
