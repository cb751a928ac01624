package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.metrics.Curve;
import io.polyphony.backend.metrics.MetricPoint;
import io.polyphony.backend.metrics.MetricStore;
import io.polyphony.backend.metrics.TaskMetric;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.SmallSearch;
import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.training.BesideReport;
import io.polyphony.engine.training.EpochReport;
import io.polyphony.engine.training.Fold;
import io.polyphony.engine.training.TaskReport;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a worker writes counts once, and only while the trial is its own. */
@QuarkusTest
class FencingTest extends PlatformTest {
    private static final Host HERE = new Host("worker", "host");

    @Inject
    SmallSearch search;

    @Inject
    TrialStore trials;

    @Inject
    WeightStore weights;

    @Inject
    Measurements measurements;

    @Inject
    MetricStore metrics;

    private TrialId trial;

    @BeforeEach
    void trial() {
        var experiment = search.paused("stars").id();
        trial = TrialId.next();
        in(() -> trials.add(SmallSearch.trial(trial, experiment, 1000, TrialState.WAITING, "stars")));
    }

    @Test
    void an_older_attempt_may_not_write_any_more() {
        var old = takeUp(0);
        var current = takeUp(0);

        assertThatThrownBy(() -> in(() -> trials.progress(old, at(1)))).isInstanceOf(StaleAttempt.class);
        assertThatThrownBy(() -> in(() -> trials.finish(old, TrialState.COMPLETED, null)))
                .isInstanceOf(StaleAttempt.class);
        in(() -> trials.progress(current, at(1)));
        assertThat(read(() -> trials.find(trial).orElseThrow().progress().epoch()))
                .isEqualTo(1);
    }

    @Test
    void an_ended_trial_takes_no_more_writes() {
        var attempt = takeUp(0);
        in(() -> trials.finish(attempt, TrialState.COMPLETED, null));

        assertThatThrownBy(() -> in(() -> trials.progress(attempt, at(2)))).isInstanceOf(StaleAttempt.class);
    }

    @Test
    void the_same_points_count_once() {
        var attempt = takeUp(0);
        in(() -> measurements.record(attempt, report(1, 0.5), true));
        in(() -> measurements.record(attempt, report(1, 0.5), true));

        assertThat(curve("mae")).hasSize(1);
    }

    @Test
    void points_behind_the_checkpoint_are_measured_again_and_curves_never_double() {
        var first = takeUp(0);
        for (int epoch = 1; epoch <= 5; epoch++) {
            record(first, epoch, epoch == 4 ? 0.9 : 0.1 * epoch);
        }

        var best = read(() -> measurements.dropBehind(trial, 3));
        var second = takeUp(3);
        assertThat(best.orElseThrow().epoch()).isEqualTo(3);
        assertThat(summary("mae").bestStep()).isEqualTo(3);
        record(second, 4, 0.35);
        record(second, 5, 0.5);

        assertThat(curve("mae").stream().map(Curve.Point::step)).containsExactly(1, 2, 3, 4, 5);
        assertThat(summary("mae").best()).isEqualTo(0.5);
        assertThat(summary("mae").bestStep()).isEqualTo(5);
        assertThat(summary("mae").lastStep()).isEqualTo(5);
    }

    @Test
    void what_was_learned_beside_the_tasks_falls_back_with_them() {
        var first = takeUp(0);
        for (int epoch = 1; epoch <= 5; epoch++) {
            beside(first, epoch, List.of(0.9, 0.4, 0.6, 0.2, 0.1).get(epoch - 1), epoch == 2 ? 0.8 : 0.1 * epoch);
        }

        in(() -> measurements.dropBehind(trial, 3));
        var loss = summary(MetricPoint.TRAIN, MetricPoint.BESIDE_LOSS + "autoencoding");
        assertThat(List.of(loss.best(), loss.last(), loss.atBest())).containsExactly(0.4, 0.6, 0.6);
        assertThat(List.of(loss.bestStep(), loss.lastStep())).containsExactly(2, 3);
        var factor = summary(MetricPoint.TRAIN, MetricPoint.MODULATION + "text");
        assertThat(factor.best()).isEqualTo(0.8);
        assertThat(factor.last()).isEqualTo(0.3, offset(1e-9));
        assertThat(List.of(factor.bestStep(), factor.lastStep())).containsExactly(2, 3);

        beside(takeUp(3), 4, 0.3, 0.5);
        assertThat(summary(MetricPoint.TRAIN, MetricPoint.BESIDE_LOSS + "autoencoding")
                        .best())
                .isEqualTo(0.3);
        assertThat(curve(MetricPoint.MODULATION + "text").stream().map(Curve.Point::step))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void summaries_know_best_last_and_kept_whichever_way_is_better() {
        var attempt = takeUp(0);
        in(() -> measurements.record(attempt, report(1, 0.5), true));
        in(() -> measurements.record(attempt, report(2, 0.8), true));
        in(() -> measurements.record(attempt, report(3, Double.NaN), false));

        assertThat(summary("mae").best()).isEqualTo(0.2, offset(1e-9));
        assertThat(summary("mae").last()).isNaN();
        assertThat(summary("mae").atBest()).isEqualTo(0.2, offset(1e-9));
    }

    @Test
    void only_the_newest_two_checkpoints_are_kept() {
        var attempt = takeUp(0);
        for (int epoch = 1; epoch <= 4; epoch++) {
            var checkpoint = new SavedCheckpoint(new Checkpoint(epoch, new byte[] {(byte) epoch}), epoch);
            in(() -> weights.save(attempt, checkpoint));
        }

        assertThat(read(() -> weights.newest(trial)).map(SavedCheckpoint::epoch))
                .isEqualTo(Optional.of(4));
        in(() -> weights.dropCheckpoints(trial));
        assertThat(read(() -> weights.newest(trial))).isEmpty();
    }

    private void record(Attempt attempt, int epoch, double score) {
        in(() -> measurements.record(attempt, report(epoch, score), score >= 0.3));
    }

    /** @param factor of what the text's encoder learns */
    private void beside(Attempt attempt, int epoch, double loss, double factor) {
        var beside = new BesideReport(Map.of("autoencoding", loss, "modulation.text", factor), Map.of());
        var plain = report(epoch, 0.1 * epoch);
        var report =
                new EpochReport(epoch, 10, plain.tasks(), 1, 0.001, plain.score(), 100, 1, null, beside, Fold.ALONE);
        in(() -> measurements.record(attempt, report, true));
    }

    /** The error is what is missing from a perfect score. */
    private static EpochReport report(int epoch, double score) {
        return new EpochReport(
                epoch, 10, Map.of("stars", new TaskReport(1, 1, 1, Map.of("mae", 1 - score))), 1, 0.001, score, 100, 1);
    }

    private List<Curve.Point> curve(String name) {
        return read(() -> metrics.curves(trial)).stream()
                .filter(curve -> curve.name().equals(name))
                .findFirst()
                .orElseThrow()
                .points();
    }

    private TaskMetric summary(String name) {
        return summary(MetricPoint.VALIDATION, name);
    }

    private TaskMetric summary(String split, String name) {
        return read(() -> metrics.summaries(List.of(trial))).getOrDefault(trial, List.of()).stream()
                .filter(metric -> metric.name().equals(name) && metric.split().equals(split))
                .findFirst()
                .orElseThrow();
    }

    private Attempt takeUp(int epoch) {
        return read(() ->
                new Attempt(trial, trials.takeUp(trial, 1, HERE, at(epoch)).attempt()));
    }

    private static TrialProgress at(int epoch) {
        return new TrialProgress(epoch, 10, null, null, null, null);
    }

    private static void in(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    private static <T> T read(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
