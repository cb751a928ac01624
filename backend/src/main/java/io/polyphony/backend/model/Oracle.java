package io.polyphony.backend.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.backend.dataset.WindowSpec;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.trial.FoundBox;
import io.polyphony.backend.trial.MaskImage;
import io.polyphony.engine.data.CorruptFile;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.evaluation.Segments;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.Bundle;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks a model about rows that came as JSON. */
@ApplicationScoped
class Oracle {
    private final DatasetTables tables;

    Oracle(DatasetTables tables) {
        this.tables = tables;
    }

    /**
     * What a model's networks say of these rows.
     *
     * @param points the model's operating points
     * @param wanted others, for this time
     */
    List<Map<String, Prediction>> predict(
            Bundle bundle,
            Map<String, Map<String, Double>> points,
            Experiment experiment,
            List<Map<String, JsonNode>> rows,
            Map<String, Map<String, Double>> wanted) {
        var table = table(experiment, rows);
        var decided = OperatingPoints.decided(bundle, OperatingPoints.moved(bundle, points, wanted));
        try {
            var all = IntStream.range(0, table.rows()).toArray();
            return answers(decided.predict(table, all), table.rows());
        } catch (CorruptFile e) {
            throw Invalid.field("/rows", String.valueOf(e.getMessage()));
        }
    }

    /** The rows of a request as the engine reads them. */
    Table table(Experiment experiment, List<Map<String, JsonNode>> rows) {
        var windows = experiment.plan().split().windows();
        int most = windows == null ? ModelService.MAX_ROWS : 2 * WindowSpec.MOST_STEPS;
        if (rows.isEmpty() || rows.size() > most) {
            throw Invalid.field(
                    "/rows",
                    "There are %d rows, but 1 to %d are possible at once. Maybe send several requests."
                            .formatted(rows.size(), most));
        }
        var columns = columns(experiment);
        var plain = Spelling.of(List.copyOf(columns.values())).plain(rows);
        return windows == null ? JsonTable.of(experiment, columns, plain) : PastRows.of(experiment, columns, plain);
    }

    private Map<String, ColumnInfo> columns(Experiment experiment) {
        return tables.columns(experiment.version()).stream()
                .collect(Collectors.toMap(ColumnInfo::name, Function.identity()));
    }

    private static List<Map<String, Prediction>> answers(Map<String, TaskPredictions> predictions, int rows) {
        var answers = new ArrayList<Map<String, Prediction>>();
        for (int row = 0; row < rows; row++) {
            var answer = new LinkedHashMap<String, Prediction>();
            for (var task : predictions.entrySet()) {
                answer.put(task.getKey(), prediction(task.getValue(), row));
            }
            answers.add(answer);
        }
        return answers;
    }

    private static Prediction prediction(TaskPredictions task, int row) {
        var scores = task.scores()[row];
        return switch (task.task().type()) {
            case REGRESSION, COUNT -> Prediction.ofValue(scores[0]);
            case BINARY, MULTICLASS, ORDINAL ->
                Prediction.ofClass(
                        task.classes().get(task.predictedClass(row)), probabilities(task, row), thresholds(task));
            case SEGMENTATION -> Prediction.ofMask(MaskImage.of(Segments.drawn(task, row), task.classes()));
            case DETECTION -> Prediction.ofBoxes(FoundBox.found(task, row));
            case MULTILABEL ->
                Prediction.ofLabels(task.predictedLabels(row), probabilities(task, row), thresholds(task));
            case FORECAST, VECTOR ->
                Prediction.ofSteps(IntStream.range(0, scores.length)
                        .mapToObj(step -> (double) scores[step])
                        .toList());
        };
    }

    private static Map<String, Double> thresholds(TaskPredictions task) {
        return task.thresholds().byName(task.task().type(), task.classes());
    }

    private static Map<String, Double> probabilities(TaskPredictions task, int row) {
        var probabilities = new LinkedHashMap<String, Double>();
        for (int c = 0; c < task.classes().size(); c++) {
            probabilities.put(task.classes().get(c), (double) task.scores()[row][c]);
        }
        return probabilities;
    }
}
