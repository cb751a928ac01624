package io.polyphony.backend.trial;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.dataset.TableData;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.TaskType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts the labels of experiments' tasks, part by part. Counted when someone looks, then remembered. */
@ApplicationScoped
class LabelCounts {
    private static final int REMEMBERED = 200;
    private final ExperimentRows rows;
    private final Cache<ExperimentId, List<LabelCount>> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    LabelCounts(ExperimentRows rows) {
        this.rows = rows;
    }

    List<LabelCount> of(Experiment experiment) {
        return remembered.get(experiment.id(), _ -> counted(experiment));
    }

    private List<LabelCount> counted(Experiment experiment) {
        var source = rows.of(experiment);
        try {
            return experiment.tasks().stream()
                    .map(task -> task.type().onPictures()
                            ? count(task, source, part -> cells(experiment, task, source.data(), part))
                            : encoded(task, source))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new Conflict(String.valueOf(e.getMessage()));
        }
    }

    /** As a network would read them. */
    private static LabelCount encoded(ExperimentTask task, ExperimentRows.Rows source) {
        var codec = TaskCodec.fit(task.spec(), source.table(), source.split().train(), List.of(), Map.of());
        return count(task, source, part -> {
            var labels = codec.encode(source.table(), part);
            long known = 0;
            for (float each : labels.mask()) {
                known += each > 0 ? 1 : 0;
            }
            return new LabelCount.Part(part.length, labels.labelled(), known);
        });
    }

    private static LabelCount count(
            ExperimentTask task, ExperimentRows.Rows source, Function<int[], LabelCount.Part> part) {
        var split = source.split();
        return new LabelCount(
                task.name(), part.apply(split.train()), part.apply(split.validation()), part.apply(split.test()));
    }

    /** Masks and boxes by their cells alone, since to read all files takes long; boxes need their picture, too. */
    private static LabelCount.Part cells(Experiment experiment, ExperimentTask task, TableData data, int[] part) {
        var cells = data.texts(task.name());
        var pictures = task.type() == TaskType.DETECTION ? pictures(experiment, data) : null;
        IntPredicate known = row -> present(cells[row]) && (pictures == null || present(pictures[row]));
        int labelled = (int) IntStream.of(part).filter(known).count();
        return new LabelCount.Part(part.length, labelled, labelled);
    }

    private static @Nullable String @Nullable [] pictures(Experiment experiment, TableData data) {
        return experiment.plan().inputs().stream()
                .filter(input -> input.modality() == Modality.IMAGE)
                .findFirst()
                .map(InputSpec::columns)
                .map(columns -> data.texts(columns.getFirst()))
                .orElse(null);
    }

    private static boolean present(@Nullable String cell) {
        return cell != null && !cell.isBlank();
    }
}
