package io.polyphony.backend.trial;

import io.polyphony.backend.dataset.TableData;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.DecodedCache;
import io.polyphony.engine.data.FileReader;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskType;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A data set's rows as the engine reads them. */
public final class TableAdapter implements Table {
    private final TableData data;
    private final Set<String> quantities;
    private final DecodedCache decoded;
    private final Set<String> written;

    /**
     * The rows for this experiment: targets are read as their tasks need them, whatever their columns are.
     *
     * @param decoded where to keep what is decoded of media files
     */
    public TableAdapter(TableData data, Experiment experiment, DecodedCache decoded) {
        this.data = data;
        this.decoded = decoded;
        this.quantities = targets(experiment, type -> type.isQuantity() && type != TaskType.VECTOR);
        this.written = targets(
                experiment,
                type -> type == TaskType.MULTILABEL || type == TaskType.VECTOR || type == TaskType.DETECTION);
    }

    private static Set<String> targets(Experiment experiment, Predicate<TaskType> which) {
        return experiment.tasks().stream()
                .filter(task -> which.test(task.type()))
                .map(ExperimentTask::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public int rows() {
        return data.rows();
    }

    @Override
    public byte[] encoder(String content) {
        return data.encoder(content);
    }

    @Override
    public Column column(String name) {
        if (quantities.contains(name)) {
            return new Column.Numbers(data.numbers(name));
        }
        if (written.contains(name)) {
            return new Column.Texts(data.texts(name));
        }
        return switch (data.column(name).modality()) {
            case NUMERIC -> new Column.Numbers(data.numbers(name));
            case DATE -> new Column.Dates(data.texts(name));
            case CATEGORICAL, TEXT, SERIES -> new Column.Texts(data.texts(name));
            case IMAGE, AUDIO -> new Column.Files(data.rows(), new Media(name));
        };
    }

    /** The files that one column names. */
    private final class Media implements FileReader {
        private final String column;

        Media(String column) {
            this.column = column;
        }

        @Override
        public byte @Nullable [] read(int row) {
            return data.file(column, row);
        }

        @Override
        public @Nullable String content(int row) {
            return data.content(column, row);
        }

        @Override
        public DecodedCache decoded() {
            return decoded;
        }

        @Override
        public String name(int row) {
            return "%s (data row %d)".formatted(data.texts(column)[row], row + 1);
        }
    }
}
