package io.polyphony.engine.compression;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.training.DescentSpec;
import io.polyphony.engine.training.Guidance;
import io.polyphony.engine.training.PaceSpec;
import io.polyphony.engine.training.TrainingSpec;
import io.polyphony.engine.training.Verdict;
import io.polyphony.engine.weighting.Equal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Points of a plane: which of a spiral's three arms they lie in, and how far out. No straight line parts them. */
final class Spiral {
    static final int TRAIN = 400;
    static final int ROWS = 600;
    final Table table;

    Spiral() {
        var random = new SplittableRandom(3);
        var x = new double[ROWS];
        var y = new double[ROWS];
        var far = new double[ROWS];
        var sector = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            x[row] = random.nextDouble(-1, 1);
            y[row] = random.nextDouble(-1, 1);
            far[row] = Math.hypot(x[row], y[row]);
            double turn = Math.atan2(y[row], x[row]) / (2 * Math.PI) + 0.5 + far[row] / 2;
            sector[row] = "arm" + (int) (3 * turn) % 3;
        }
        table = Samples.table(new LinkedHashMap<String, Column>(Map.of(
                "x", Samples.numbers(x),
                "y", Samples.numbers(y),
                "far", Samples.numbers(far),
                "sector", Samples.texts(sector))));
    }

    static NetworkSpec network(int width) {
        return new NetworkSpec(
                List.of(new InputSpec("point", Modality.TABULAR, List.of("x", "y"))),
                Map.of("point", new TabularMlp(width, 2, 0)),
                new Concatenation(width, 1, 0, 0),
                List.of(new TaskSpec("sector", TaskType.MULTICLASS), new TaskSpec("far", TaskType.REGRESSION)),
                new HeadSpec(0, 0));
    }

    static TrainingSpec training(int epochs) {
        return new TrainingSpec(
                PaceSpec.of(epochs, 32),
                DescentSpec.of(new AdamW(0.01, 1e-3), new CosineSchedule(0.05)),
                new Equal(),
                LossSpec.plain(),
                AugmentSpec.none(),
                1);
    }

    static int[] trainRows() {
        return IntStream.range(0, TRAIN).toArray();
    }

    static int[] validationRows() {
        return IntStream.range(TRAIN, ROWS).toArray();
    }

    Lessons lessons(NetworkSpec network, int epochs) {
        var features = new LinkedHashMap<String, FeaturizerSpec>();
        network.encoders().forEach((input, encoder) -> features.put(input, encoder.featurizer()));
        var preprocessor = Preprocessor.fit(table, trainRows(), network.inputs(), features, network.tasks());
        return new Lessons(
                training(epochs),
                preprocessor,
                preprocessor.encode(table, trainRows()),
                preprocessor.encode(table, validationRows()));
    }

    TrainedModel trained(int width, int epochs) {
        return lessons(network(width), epochs)
                .learn(network(width), Guidance.NONE, (report, state) -> Verdict.CONTINUE);
    }

    /** The same lessons with the labels of the first rows alone. */
    static Lessons few(Lessons all, int labelled) {
        var labels = new LinkedHashMap<String, TaskLabels>();
        all.train().labels().forEach((task, own) -> {
            var values = own.values().clone();
            var mask = own.mask().clone();
            for (int i = labelled; i < mask.length; i++) {
                values[i] = 0;
                mask[i] = 0;
            }
            labels.put(
                    task, new TaskLabels(task, own.type(), own.classes(), values, mask, own.mean(), own.deviation()));
        });
        return new Lessons(
                all.training(),
                all.preprocessor(),
                new EncodedRows(all.train().rows(), all.train().inputs(), labels),
                all.validation());
    }
}
