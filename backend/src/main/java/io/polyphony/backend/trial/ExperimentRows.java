package io.polyphony.backend.trial;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.backend.dataset.SplitIndices;
import io.polyphony.backend.dataset.Splits;
import io.polyphony.backend.dataset.TableData;
import io.polyphony.backend.dataset.Windows;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.WindowColumns;
import io.polyphony.engine.data.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The rows of experiments: loaded once per process and shared by trials, a few data sets at a time. */
@ApplicationScoped
public class ExperimentRows {
    private static final int TABLES = 4;
    private final DatasetTables tables;
    private final DecodedFiles decoded;
    private final Cache<Object, Rows> cache =
            Caffeine.newBuilder().maximumSize(TABLES).softValues().build();

    /**
     * An experiment's table and its parts.
     *
     * @param data the loaded columns
     * @param table the same as the engine reads it; its rows are windows where the experiment forecasts
     * @param folds what a trial learns from and is judged by: one per network that it trains, or the split alone
     * @param clusters by row of the engine's table; rows of equal number belong together: those of a group, copies of a row,
     *     windows that ask for the same steps
     */
    @SuppressWarnings("ArrayRecordComponent") // Rows are compared by nobody.
    public record Rows(TableData data, Table table, SplitIndices split, List<SplitIndices> folds, int[] clusters) {
        public Rows {
            folds = List.copyOf(folds);
        }

        /** The clusters of these rows. */
        public int[] clusters(int[] rows) {
            return IntStream.of(rows).map(row -> clusters[row]).toArray();
        }

        /** The rows that judge a trial, fold by fold. */
        public int[] judging() {
            return folds.stream()
                    .flatMapToInt(fold -> IntStream.of(fold.validation()))
                    .toArray();
        }
    }

    private record Key(Object version, Object split, Set<String> columns, Object tasks) {}

    ExperimentRows(DatasetTables tables, DecodedFiles decoded) {
        this.tables = tables;
        this.decoded = decoded;
    }

    /** The columns that the experiment reads, and how its rows are parted. */
    public Rows of(Experiment experiment) {
        var columns = columns(experiment);
        var key = new Key(experiment.version(), experiment.plan().split(), columns, experiment.tasks());
        return cache.get(key, _ -> load(experiment, columns));
    }

    private Rows load(Experiment experiment, Set<String> columns) {
        var data = tables.load(experiment.version(), columns);
        var spec = experiment.plan().split();
        if (spec.windows() != null) {
            var windows = Windows.of(data, spec);
            var cells = new TableAdapter(data, experiment, decoded);
            var table = new PastTable(data, cells, windows, WindowColumns.of(experiment));
            return new Rows(data, table, windows.split(), List.of(windows.split()), windows.clusters(spec.windows()));
        }
        var split = Splits.of(data, spec);
        var table = new TableAdapter(data, experiment, decoded);
        return new Rows(data, table, split, Splits.folds(data, spec, split), Splits.clusters(data, spec));
    }

    private static Set<String> columns(Experiment experiment) {
        var split = experiment.plan().split();
        var columns = new TreeSet<String>();
        experiment.plan().inputs().forEach(input -> columns.addAll(input.columns()));
        experiment.tasks().stream().map(ExperimentTask::name).forEach(columns::add);
        columns.addAll(split.columns());
        return columns;
    }
}
