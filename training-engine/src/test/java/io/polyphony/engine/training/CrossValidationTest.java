package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.TaskSnapshots;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.fusion.Average;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.weighting.Uncertainty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static final int FOLDS = 3;
    private static final int EPOCHS = 4;
    private final Orchestra orchestra = new Orchestra();
    private final NetworkSpec network = orchestra.network(new Average(8, 0.2, 0.2), "table", "words");
    private final TrainingSpec spec = Orchestra.training(EPOCHS, new Uncertainty(), 7);

    @Test
    void metrics_are_of_every_row_as_said_by_the_network_that_has_not_seen_it() {
        ofEveryRow(validated(folds(spec).run(null, new Diary())));
    }

    @Test
    void each_task_of_a_fold_is_answered_by_its_own_epoch_even_after_a_pause() {
        var own = Orchestra.training(12, new Uncertainty(), 7).keeping(new KeepSpec.BestEpochs(1, true));
        var expected = validated(folds(own).run(null, new Diary()));
        ofEveryRow(expected);
        assertThat(expected.snapshots()).anyMatch(fold -> fold.networks().size() > 1);
        var paused =
                (TrainingOutcome.Interrupted) folds(own).run(null, new Interrupter(2, 3, Verdict.PAUSE), Duration.ZERO);
        var actual = validated(folds(own).run(paused.checkpoint(), new Diary()));
        assertThat(bits(actual)).isEqualTo(bits(expected));
        assertThat(actual.metrics()).isEqualTo(expected.metrics());
        assertThat(actual.snapshots())
                .extracting(TaskSnapshots::byTask)
                .isEqualTo(
                        expected.snapshots().stream().map(TaskSnapshots::byTask).toList());
    }

    private void ofEveryRow(TrainingOutcome.CrossValidated done) {
        var said = new ArrayList<Map<String, TaskPredictions>>();
        for (int fold = 0; fold < FOLDS; fold++) {
            said.add(done.snapshots().get(fold).predict(rows(fold).validation()));
        }
        var joined = TaskPredictions.joined(said);
        assertThat(requireNonNull(joined.get("pitch")).rows()).isEqualTo(Orchestra.ROWS);
        joined.forEach((task, all) -> assertThat(done.metrics().get(task)).isEqualTo(Metrics.evaluate(all)));
        var scores = joined.values().stream().mapToDouble(Metrics::normalised).average();
        assertThat(done.score()).isEqualTo(scores.orElseThrow());
        assertThat(requireNonNull(
                        requireNonNull(done.spreads().get("instrument")).get("accuracy")))
                .isBetween(1e-9, 0.5);
    }

    @Test
    void folds_are_different_networks_and_learn_from_other_rows() {
        var models = models(validated(folds(spec).run(null, new Diary())));
        assertThat(models).hasSize(FOLDS);
        assertThat(models.stream()
                        .map(model -> ResumeTest.bits(model.weights()))
                        .distinct())
                .hasSize(FOLDS);
        assertThat(models.stream()
                        .map(TrainedModel::preprocessor)
                        .map(preprocessor -> preprocessor.codec("instrument").classes())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_pause_within_the_second_fold_loses_nothing() {
        var whole = new Diary();
        var expected = validated(folds(spec).run(null, whole));
        var firstPart = new Interrupter(2, 3, Verdict.PAUSE);
        var paused = (TrainingOutcome.Interrupted) folds(spec).run(null, firstPart, Duration.ZERO);
        assertThat(paused.checkpoint().epoch()).isEqualTo(EPOCHS + 2);
        var stored =
                new Checkpoint(paused.checkpoint().epoch(), paused.checkpoint().toBytes());
        var rest = new Diary();
        var actual = validated(folds(spec).run(stored, rest));
        var told = new ArrayList<>(firstPart.facts());
        told.addAll(rest.facts());
        assertThat(told).isEqualTo(whole.facts());
        assertThat(actual.metrics()).isEqualTo(expected.metrics());
        assertThat(bits(actual)).isEqualTo(bits(expected));
    }

    @Test
    void the_checkpoint_at_the_end_of_a_fold_begins_the_next_one() {
        var expected = validated(folds(spec).run(null, new Diary()));
        var kept = new ArrayList<Checkpoint>();
        var unused = folds(spec).run(null, new Diary() {
            @Override
            public Verdict afterEpoch(EpochReport report, Supplier<Checkpoint> checkpoint) {
                kept.add(checkpoint.get());
                return Verdict.CONTINUE;
            }
        });
        assertThat(kept).extracting(Checkpoint::epoch).isSorted().hasSize(FOLDS * EPOCHS);
        assertThat(bits(validated(folds(spec).run(kept.get(EPOCHS - 1), new Diary()))))
                .isEqualTo(bits(expected));
    }

    @Test
    void what_is_said_at_the_end_of_the_first_fold_ends_the_others() {
        var diary = new Interrupter(1, EPOCHS, Verdict.PRUNE);
        var pruned = (TrainingOutcome.Interrupted) folds(spec).run(null, diary);
        assertThat(pruned.why()).isEqualTo(Verdict.PRUNE);
        assertThat(pruned.checkpoint().epoch()).isEqualTo(EPOCHS);
        assertThat(diary.reports).extracting(EpochReport::fold).containsOnly(new Fold(1, FOLDS));
    }

    @Test
    void folds_share_the_time_and_each_has_something_to_show() {
        var diary = new Diary();
        var done = validated(folds(spec.within(1e-6)).run(null, diary));
        assertThat(diary.reports).extracting(EpochReport::fold).hasSize(FOLDS).doesNotHaveDuplicates();
        assertThat(done.snapshots()).hasSize(FOLDS);
        assertThat(diary.reports).allMatch(report -> report.secondsLeft() >= 0);
    }

    @Test
    void a_checkpoint_of_another_number_of_folds_is_refused() {
        var paused = (TrainingOutcome.Interrupted)
                folds(spec).run(null, new Interrupter(1, 1, Verdict.PAUSE), Duration.ZERO);
        var other = new CrossValidation(network, spec, FOLDS + 1, this::rows);
        assertThatThrownBy(() -> other.run(paused.checkpoint(), new Diary())).hasMessageContaining("3 folds");
    }

    private CrossValidation folds(TrainingSpec how) {
        return new CrossValidation(network, how, FOLDS, this::rows);
    }

    private FoldRows rows(int fold) {
        int[] train = IntStream.range(0, Orchestra.ROWS)
                .filter(row -> row % FOLDS != fold)
                .toArray();
        var preprocessor = orchestra.fit(network, train);
        return new FoldRows(
                preprocessor,
                preprocessor.encode(orchestra.table, train),
                preprocessor.encode(orchestra.table, own(fold)));
    }

    private static int[] own(int fold) {
        return IntStream.range(0, Orchestra.ROWS)
                .filter(row -> row % FOLDS == fold)
                .toArray();
    }

    private static TrainingOutcome.CrossValidated validated(TrainingOutcome outcome) {
        assertThat(outcome).isInstanceOf(TrainingOutcome.CrossValidated.class);
        return (TrainingOutcome.CrossValidated) outcome;
    }

    private static List<List<Integer>> bits(TrainingOutcome.CrossValidated outcome) {
        return models(outcome).stream()
                .map(model -> ResumeTest.bits(model.weights()))
                .toList();
    }

    private static List<TrainedModel> models(TrainingOutcome.CrossValidated outcome) {
        return outcome.snapshots().stream()
                .flatMap(fold -> fold.networks().stream())
                .toList();
    }

    /** Says something after an epoch of a fold; a pause comes in the middle of that epoch's successor. */
    private static final class Interrupter extends Diary {
        private final int fold;
        private final int epoch;
        private final Verdict verdict;
        private int folds = 1;

        Interrupter(int fold, int epoch, Verdict verdict) {
            this.fold = fold;
            this.epoch = epoch;
            this.verdict = verdict;
        }

        @Override
        public Verdict afterEpoch(EpochReport report, Supplier<Checkpoint> checkpoint) {
            super.afterEpoch(report, checkpoint);
            folds = report.fold().number() + (report.epoch() == report.epochs() ? 1 : 0);
            boolean now = verdict == Verdict.PRUNE && report.fold().number() == fold && report.epoch() == epoch;
            return now ? verdict : Verdict.CONTINUE;
        }

        @Override
        public Verdict duringEpoch(StepReport report) {
            boolean now = verdict == Verdict.PAUSE && folds == fold && report.epoch() == epoch && report.step() == 2;
            return now ? verdict : Verdict.CONTINUE;
        }
    }
}
