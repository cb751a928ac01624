package io.polyphony.engine.export;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.loss.Losses;
import io.polyphony.engine.network.Forward;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.NetworkInputs;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs a model's program, without gradients, over encoded rows. */
record Inference(TrainedModel model) {
    private static final int MOST_ROWS = 256;
    /** What draws holds maps as large as the picture for every row of a batch. */
    private static final int MOST_DRAWN = 16;

    Map<String, TaskPredictions> predict(EncodedRows rows) {
        var predictions = new LinkedHashMap<String, TaskPredictions>();
        answers(rows).forEach((task, answers) -> {
            var labels = rows.labels().get(task);
            if (labels != null) {
                predictions.put(task, TaskPredictions.of(model.preprocessor().codec(task), labels, answers));
            }
        });
        return predictions;
    }

    /** By task and row probabilities, or standardised values. */
    Map<String, float[][]> answers(EncodedRows rows) {
        var widths = TaskWidths.of(model.network(), model.preprocessor());
        var layouts = model.preprocessor().layouts();
        int batch = Math.clamp(rows.rows(), 1, draws() ? MOST_DRAWN : MOST_ROWS);
        var graph = NetworkGraph.of(model.network(), layouts, widths, batch);
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.FLOAT)) {
            model.weights().writeTo(program.parameters());
            var views = new Views(model);
            for (int way = 0; way < model.network().views().ways(); way++) {
                var inputs = new NetworkInputs(model.network(), layouts, program, batch, Views.variation(layouts, way));
                var outputs = new Forward(program, inputs, widths, batch).outputs(rows.inputs(), rows.rows());
                views.add(way, answers(rows, outputs));
            }
            return views.mean();
        }
    }

    private boolean draws() {
        return model.network().tasks().stream().anyMatch(task -> task.type().onPictures());
    }

    private Map<String, float[][]> answers(EncodedRows rows, Map<String, float[]> outputs) {
        var answers = new LinkedHashMap<String, float[][]>();
        for (var task : model.network().tasks()) {
            var loss = Losses.forAnswers(model.preprocessor().codec(task.name()));
            var raw = outputs.get(task.name());
            if (raw != null) {
                answers.put(task.name(), loss.answers(raw, rows.rows()));
            }
        }
        return answers;
    }
}
