package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.TaskSnapshots;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.weighting.Equal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Which weights a whole training leaves behind. */
class KeepTrainingTest {
    private final Orchestra orchestra = new Orchestra();
    private final NetworkSpec network = orchestra.network(new Concatenation(16, 1, 0.1, 0.1), "table", "words");

    @Test
    void a_soup_and_snapshots_survive_a_pause_bit_for_bit() {
        var spec = Orchestra.training(10, new Equal(), 3).keeping(new KeepSpec.BestEpochs(3, true));
        new PausedTraining(orchestra, network, spec).assertLearnsAndLosesNothing();
    }

    /** Recipe 1 of the paper on the three best epochs, stirred by hand out of models that were trained up to each of them. */
    @Test
    void a_soup_is_stirred_greedily_from_the_best_epochs() {
        var diary = new Diary();
        var soup = completed(8, new KeepSpec.BestEpochs(3, false), diary);
        var best = diary.reports.stream()
                .sorted(Comparator.comparingDouble((EpochReport report) -> -report.score()))
                .limit(3)
                .map(EpochReport::epoch)
                .toList();
        var in = new ArrayList<TrainedModel>();
        double score = Double.NEGATIVE_INFINITY;
        TrainedModel expected = null;
        for (int epoch : best) {
            in.add(completed(8, new KeepSpec.LastEpoch(epoch), new Diary()).model());
            var mean = mean(in);
            if (score(mean) >= score) {
                score = score(mean);
                expected = mean;
            } else {
                in.removeLast();
            }
        }
        assertThat(soup.bestEpoch()).isEqualTo(best.getFirst());
        assertThat(ResumeTest.bits(soup.model().weights()))
                .isEqualTo(ResumeTest.bits(requireNonNull(expected).weights()));
        // Batches of another size are summed in another order.
        assertThat(soup.score()).isCloseTo(score, within(1e-5));
        assertThat(soup.score())
                .isGreaterThanOrEqualTo(diary.reports.get(best.getFirst() - 1).score());
    }

    @Test
    void each_task_has_the_weights_of_its_own_best_epoch() {
        var diary = new Diary();
        var kept = completed(8, new KeepSpec.BestEpochs(1, true), diary);
        var snapshots = kept.snapshots();
        assertThat(snapshots.byTask()).containsOnlyKeys("instrument", "loud", "pitch");
        assertThat(snapshots.networks()).hasSizeGreaterThan(1);
        snapshots.byTask().keySet().forEach(task -> {
            var model = snapshots.of(task);
            assertThat(kept.best().get(task)).isEqualTo(metrics(model, task));
            var metric = task.equals("pitch") ? "mae" : task.equals("loud") ? "roc_auc" : null;
            if (metric != null) {
                var values = diary.reports.stream()
                        .map(report -> requireNonNull(report.tasks().get(task)).metrics())
                        .mapToDouble(metrics -> requireNonNull(metrics.get(metric)))
                        .toArray();
                int epoch = Integer.parseInt(requireNonNull(model.provenance().get("bestEpoch")));
                double best = Metrics.info(metric).higherIsBetter()
                        ? Arrays.stream(values).max().orElseThrow()
                        : Arrays.stream(values).min().orElseThrow();
                assertThat(values[epoch - 1]).isEqualTo(best);
                assertThat(metrics(model, task).get(metric)).isCloseTo(best, within(1e-4 * Math.abs(best)));
            }
        });
    }

    @Test
    void snapshots_are_read_as_they_were_written() {
        var snapshots =
                completed(8, new KeepSpec.BestEpochs(1, true), new Diary()).snapshots();
        var read = TaskSnapshots.fromBytes(snapshots.toBytes());
        assertThat(read.byTask()).isEqualTo(snapshots.byTask());
        var rows = orchestra.validation(read.networks().getFirst().preprocessor());
        read.predict(rows)
                .forEach((task, said) ->
                        assertThat(Metrics.evaluate(said)).isEqualTo(metrics(snapshots.of(task), task)));
        var alone = TaskSnapshots.of(snapshots.of("pitch"));
        assertThat(TaskSnapshots.fromBytes(alone.toBytes()).byTask().values()).containsOnly(0);
        assertThat(alone.toBytes()).isEqualTo(snapshots.of("pitch").toBytes());
    }

    /** A training on all rows has nobody left to judge it, and ends where it is told to. */
    @Test
    void the_last_epoch_needs_no_validation_rows() {
        var preprocessor = orchestra.fit(network);
        var spec = Orchestra.training(8, new Equal(), 3);
        var nothing = preprocessor.encode(orchestra.table, new int[0]);
        var diary = new Diary();
        var trainer = new Trainer(
                network, spec.keeping(new KeepSpec.LastEpoch(3)), preprocessor, orchestra.train(preprocessor), nothing);
        var done = (TrainingOutcome.Completed) trainer.run(null, diary);
        assertThat(diary.reports).hasSize(3);
        assertThat(done.bestEpoch()).isEqualTo(3);
        assertThat(done.score()).isNaN();
        assertThat(done.best()).isEmpty();
        var judged = completed(8, new KeepSpec.LastEpoch(3), new Diary());
        assertThat(ResumeTest.bits(done.model().weights()))
                .isEqualTo(ResumeTest.bits(judged.model().weights()));
        assertThatThrownBy(() -> new Trainer(network, spec, preprocessor, orchestra.train(preprocessor), nothing))
                .hasMessageContaining("0 validation rows");
    }

    /** Who watches may keep the state of any step, and a training that goes on from it ends the same. */
    @Test
    void the_checkpoint_of_any_step_can_be_kept_while_training_goes_on() {
        var kept = new ArrayList<Checkpoint>();
        var spec = Orchestra.training(4, new Equal(), 3).keeping(new KeepSpec.BestEpochs(2, true));
        var expected = (TrainingOutcome.Completed) orchestra
                .trainer(network, spec)
                .run(
                        null,
                        new Diary() {
                            @Override
                            public Verdict duringEpoch(StepReport report, Supplier<Checkpoint> checkpoint) {
                                kept.add(checkpoint.get());
                                return Verdict.CONTINUE;
                            }
                        },
                        Duration.ZERO);
        assertThat(kept).hasSize(16);
        var again = (TrainingOutcome.Completed) orchestra.trainer(network, spec).run(kept.get(6), new Diary());
        assertThat(ResumeTest.bits(again.model().weights()))
                .isEqualTo(ResumeTest.bits(expected.model().weights()));
        assertThat(again.snapshots().byTask()).isEqualTo(expected.snapshots().byTask());
        again.snapshots()
                .byTask()
                .keySet()
                .forEach(task -> assertThat(
                                ResumeTest.bits(again.snapshots().of(task).weights()))
                        .isEqualTo(ResumeTest.bits(expected.snapshots().of(task).weights())));
    }

    private TrainingOutcome.Completed completed(int epochs, KeepSpec keep, TrainingMonitor monitor) {
        var spec = Orchestra.training(epochs, new Equal(), 3).keeping(keep);
        return (TrainingOutcome.Completed) orchestra.trainer(network, spec).run(null, monitor);
    }

    private static TrainedModel mean(List<TrainedModel> models) {
        var first = models.getFirst();
        var weights = Soup.mean(models.stream().map(TrainedModel::weights).toList());
        return new TrainedModel(first.network(), first.preprocessor(), weights, Map.of());
    }

    private double score(TrainedModel model) {
        double sum = 0;
        for (var task : model.network().tasks()) {
            var predictions = requireNonNull(predictions(model).get(task.name()));
            sum += Metrics.normalised(Metrics.primaryFor(task.type()).name(), predictions) / 3;
        }
        return sum;
    }

    private Map<String, Double> metrics(TrainedModel model, String task) {
        return Metrics.evaluate(requireNonNull(predictions(model).get(task)));
    }

    private Map<String, TaskPredictions> predictions(TrainedModel model) {
        return model.predict(orchestra.validation(model.preprocessor()));
    }
}
