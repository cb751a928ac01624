package io.polyphony.backend.experiment;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.TextStats;
import io.polyphony.backend.experiment.space.DataFacts;
import io.polyphony.backend.experiment.space.MediaFacts;
import io.polyphony.backend.experiment.space.TaskFacts;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the columns' profiles and the tasks tell the default space. */
final class FactPlanner {
    private static final double ONE_WORD = 1.05;

    private FactPlanner() {}

    /** @param rows of the train split, about */
    static DataFacts facts(
            List<InputSpec> inputs, List<ExperimentTask> tasks, Map<String, ColumnInfo> columns, long rows) {
        var used = inputs.stream()
                .flatMap(input -> input.columns().stream())
                .map(columns::get)
                .filter(Objects::nonNull)
                .toList();
        var modalities = inputs.stream().map(InputSpec::modality).toList();
        var cells = inputs.stream()
                .filter(input -> input.modality() == Modality.TABULAR)
                .flatMap(input -> input.columns().stream())
                .toList();
        var stepping =
                used.stream().filter(column -> cells.contains(column.name())).toList();
        return new DataFacts(
                modalities,
                TaskFacts.of(tasks, modalities),
                rows,
                media(used),
                cells.size(),
                StepColumns.count(stepping));
    }

    private static MediaFacts media(List<ColumnInfo> columns) {
        var media = columns.stream()
                .flatMap(column -> Stream.ofNullable(column.media()))
                .toList();
        return new MediaFacts(
                words(columns),
                media.stream()
                        .mapToInt(files -> Math.max(files.maxWidth(), files.maxHeight()))
                        .max()
                        .orElse(0),
                media.stream().mapToInt(files -> files.channels()).max().orElse(0),
                media.stream().mapToDouble(files -> files.maxSeconds()).max().orElse(0),
                media.stream().mapToInt(files -> files.maxSampleRate()).max().orElse(0));
    }

    private static int words(List<ColumnInfo> columns) {
        return (int) columns.stream()
                .filter(column -> column.modality() != ColumnModality.SERIES)
                .flatMap(column -> Stream.ofNullable(column.text()).map(text -> tokens(column.modality(), text)))
                .mapToDouble(tokens -> tokens)
                .sum();
    }

    /** One very long text does not decide: three times the mean are enough, or twice where single words are spelled. */
    private static double tokens(ColumnModality modality, TextStats text) {
        return modality == ColumnModality.TEXT && text.meanWords() < ONE_WORD
                ? 2 * text.meanCharacters()
                : Math.min(text.maxWords(), 3 * text.meanWords());
    }
}
