package io.polyphony.engine.training;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.TfidfText;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.weighting.Equal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Small networks that read the pictures and the words of a table: the first rows train, the others judge.
 *
 * @param table with the columns image and word
 */
record PicturesAndWords(Table table, int trainRows, int rows) {
    int[] train() {
        return IntStream.range(0, trainRows).toArray();
    }

    int[] validation() {
        return IntStream.range(trainRows, rows).toArray();
    }

    TrainedModel trained(EncoderSpec picture, FusionSpec fusion, List<TaskSpec> tasks, int epochs, double augment) {
        var inputs = List.of(
                new InputSpec("image", Modality.IMAGE, List.of("image")),
                new InputSpec("text", Modality.TEXT, List.of("word")));
        Map<String, EncoderSpec> encoders = Map.of("image", picture, "text", new TfidfText(64, 2, 1, 4, 0));
        var network = new NetworkSpec(inputs, encoders, fusion, tasks, new HeadSpec(0, 0));
        var features = new LinkedHashMap<String, FeaturizerSpec>();
        encoders.forEach((name, encoder) -> features.put(name, encoder.featurizer()));
        var preprocessor = Preprocessor.fit(table, train(), inputs, features, tasks);
        var spec = new TrainingSpec(
                PaceSpec.of(epochs, 16),
                DescentSpec.of(new AdamW(0.005, 1e-4), new CosineSchedule(0.05)).clipped(1),
                new Equal(),
                LossSpec.plain(),
                AugmentSpec.none().varied(augment, 0, 0, 0),
                1);
        var outcome = new Trainer(
                        network,
                        spec,
                        preprocessor,
                        preprocessor.encode(table, train()),
                        preprocessor.encode(table, validation()))
                .run(null, new Diary());
        return ((TrainingOutcome.Completed) outcome).model();
    }
}
