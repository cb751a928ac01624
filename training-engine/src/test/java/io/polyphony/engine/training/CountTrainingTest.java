package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Mirror;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.head.Counting;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.weighting.Equal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pictures with dots to be counted; pictures to learn from have up to four, those to be judged by up to twelve. */
class CountTrainingTest {
    private static final int TRAIN = 160;
    private static final int ROWS = 220;
    private static final int SIDE = 32;
    private static final int CELL = 8;
    private static final List<TaskSpec> TASKS = List.of(new TaskSpec("dots", TaskType.COUNT));
    private static final List<InputSpec> INPUTS = List.of(new InputSpec("image", Modality.IMAGE, List.of("image")));
    private final Table table = table();

    private static Table table() {
        var random = new SplittableRandom(5);
        var pictures = new byte[ROWS][];
        var dots = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            int cells = SIDE / CELL * (SIDE / CELL);
            var taken = new boolean[cells];
            int wanted = random.nextInt(1, row < TRAIN ? 5 : 13);
            for (int dot = 0; dot < wanted; dot++) {
                int cell = random.nextInt(cells);
                dots[row] += taken[cell] ? 0 : 1;
                taken[cell] = true;
            }
            pictures[row] = Samples.greyPng(SIDE, SIDE, i -> dot(taken, i / SIDE, i % SIDE) ? 220 : 60 + i % 9);
        }
        return Samples.table(Map.of("image", Samples.files(pictures), "dots", Samples.numbers(dots)));
    }

    private static boolean dot(boolean[] taken, int y, int x) {
        boolean middle = Math.abs(y % CELL - 4) < 2 && Math.abs(x % CELL - 4) < 2;
        return middle && taken[y / CELL * (SIDE / CELL) + x / CELL];
    }

    /** What was fused of the whole knows no more dots than it has seen; a density goes on adding. */
    @Test
    void a_density_counts_beyond_what_it_has_seen() {
        var density = trained(Counting.DENSITY);
        double error = error(density);
        assertThat(error).isLessThan(1).isLessThan(error(trained(Counting.POOLED)));
        var read = TrainedModel.fromBytes(density.toBytes());
        assertThat(read.evaluate(table, validation())).isEqualTo(density.evaluate(table, validation()));
    }

    private double error(TrainedModel model) {
        var metrics = requireNonNull(model.evaluate(table, validation()).get("dots"));
        return requireNonNull(metrics.get("mae"));
    }

    private static int[] validation() {
        return IntStream.range(TRAIN, ROWS).toArray();
    }

    private TrainedModel trained(Counting counting) {
        var encoder = new ImageCnn(SIDE, 1, 8, 2, 0);
        var network = new NetworkSpec(
                INPUTS, Map.of("image", encoder), new Concatenation(16, 1, 0, 0), TASKS, new HeadSpec(0, 0, counting));
        var train = IntStream.range(0, TRAIN).toArray();
        var preprocessor =
                Preprocessor.fit(table, train, INPUTS, Map.of("image", encoder.featurizer()), network.tasks());
        var spec = new TrainingSpec(
                PaceSpec.of(20, 16),
                DescentSpec.of(new AdamW(0.005, 1e-4), new CosineSchedule(0.05)).clipped(1),
                new Equal(),
                LossSpec.plain(),
                AugmentSpec.none().varied(1, 0, 0, 0).mirrored(Mirror.ALL_WAYS).mixed(0.4),
                1);
        var outcome = new Trainer(
                        network,
                        spec,
                        preprocessor,
                        preprocessor.encode(table, train),
                        preprocessor.encode(table, validation()))
                .run(null, new Diary());
        return ((TrainingOutcome.Completed) outcome).model();
    }
}
