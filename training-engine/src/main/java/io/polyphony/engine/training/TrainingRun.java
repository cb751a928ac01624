package io.polyphony.engine.training;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.checkpoint.UnusableCheckpoint;
import io.polyphony.engine.data.Batches;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.network.Forward;
import io.polyphony.engine.network.NetworkInputs;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.network.Variation;
import io.polyphony.engine.program.Program;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One run of a training on a program of its own: steps and epochs, pauses, endings. */
final class TrainingRun {
    private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;
    private final TrainingSpec spec;
    private final Batches batches;
    private final Pulse pulse;
    private final Learner learner;
    private final Judge judge;
    private final Progress progress = new Progress();
    private final Snapshot snapshot;
    /** Whether the network answers before it has learned. */
    private final boolean begun;

    TrainingRun(
            NetworkSpec network,
            TrainingSpec spec,
            Preprocessor preprocessor,
            EncodedRows train,
            EncodedRows validation,
            Guidance guidance,
            Program program,
            int batch,
            Pulse pulse) {
        this.spec = spec;
        this.pulse = pulse;
        var rates = spec.augment()
                .sampling()
                .rates(
                        train.rows(),
                        network.tasks().stream()
                                .map(task -> Validation.labels(train, task.name()))
                                .toList());
        this.batches = new Batches(rates, batch, spec.seed());
        program.initialize(new SplittableRandom(spec.seed()));
        var pasts = new ToldPasts(network, preprocessor, train);
        var lines = new LineStart(network, train);
        this.begun = guidance.start() == null && (!pasts.told().isEmpty() || lines.told());
        if (begun && spec.descent().start() == ForecastStart.FITTED) {
            new PastStart(pasts, spec.loss().evenWindows()).fit(program.parameters());
        }
        if (begun && lines.told()) {
            lines.fit(program.parameters());
        }
        guidance.begin(program.parameters());
        long steps = (long) spec.pace().epochs() * batches.count();
        this.learner = new Learner(network, spec, preprocessor, train, guidance, program, batch, steps);
        var inputs = new NetworkInputs(network, preprocessor.layouts(), program, batch, Variation.NONE);
        var widths = new LinkedHashMap<>(TaskWidths.of(network, preprocessor));
        widths.putAll(learner.beside.widths());
        var forward = new Forward(program, inputs, widths, batch);
        this.judge = new Judge(network, spec, preprocessor, validation, program, forward, learner);
        long identity = new Identity(network, spec, train.rows()).value() + guidance.identity();
        this.snapshot = new Snapshot(identity, progress, learner, program.parameters(), judge.keeper);
    }

    void resume(Checkpoint checkpoint) {
        UnusableCheckpoint.unless(() -> {
            snapshot.read(checkpoint);
            return checkpoint;
        });
        learner.descent.stalls = progress.stalls;
    }

    TrainingOutcome toEnd() {
        if (begun && progress.epochs == 0 && progress.step == 0) {
            judge.keeper.offer(0, judge.now());
        }
        while (!ended()) {
            var outcome = epoch();
            if (outcome != null) {
                return outcome;
            }
        }
        return judge.completed();
    }

    /** One epoch, or the rest of one; null to go on. */
    private @Nullable TrainingOutcome epoch() {
        int epoch = progress.epochs + 1;
        var clock = new Stopwatch(progress.seconds);
        var random = batches.random(epoch);
        var order = batches.order(random);
        long chance = random.nextLong();
        learner.descent.enterEpoch(epoch);
        while (progress.step < batches.count()) {
            // A step's chance depends on its place alone, so that a resumed training draws the same.
            var outcome = step(order, epoch, chance + GOLDEN * progress.step);
            progress.seconds = clock.total();
            if (outcome != null) {
                return outcome;
            }
            if (outOfTime()) {
                return judge.completed();
            }
        }
        return endEpoch(epoch, clock);
    }

    private @Nullable TrainingOutcome step(int[] order, int epoch, long chance) {
        var clock = new Stopwatch(progress.trainSeconds);
        var rows = batches.batch(order, progress.step);
        var broken = learner.learn(rows, chance);
        if (broken.isPresent()) {
            return diverged(epoch, broken.get());
        }
        progress.step++;
        progress.rows += rows.length;
        progress.lossSum += learner.totalLoss;
        progress.trainSeconds = clock.total();
        if (progress.step == batches.count()) {
            return null; // The end of the epoch asks anyway, and knows more.
        }
        var verdict = pulse.beat(epoch, progress.step, batches.count(), snapshot::write);
        return verdict == Verdict.CONTINUE ? null : new TrainingOutcome.Interrupted(verdict, snapshot.write());
    }

    private @Nullable TrainingOutcome endEpoch(int epoch, Stopwatch clock) {
        learner.descent.lendAverage();
        var result = judge.now();
        for (var loss : result.losses().entrySet()) {
            if (!Double.isFinite(loss.getValue())) {
                return diverged(
                        epoch, "validation loss of the task (%s) was %s".formatted(loss.getKey(), loss.getValue()));
            }
        }
        boolean better = judge.keeper.offer(epoch, result);
        learner.descent.giveBackAverage();
        progress.judged(better, spec.descent().schedule().patience());
        learner.descent.stalls = progress.stalls;
        progress.epochs = epoch;
        progress.seconds = clock.total();
        var report = report(epoch, result);
        progress.beginEpoch();
        learner.beginEpoch();
        var verdict = pulse.monitor().afterEpoch(report, snapshot::write);
        // A verdict on a training that is over anyway changes nothing.
        return verdict == Verdict.CONTINUE || ended()
                ? null
                : new TrainingOutcome.Interrupted(verdict, snapshot.write());
    }

    private EpochReport report(int epoch, Validation result) {
        var reports = new LinkedHashMap<String, TaskReport>();
        for (int i = 0; i < learner.tasks.size(); i++) {
            var task = learner.tasks.get(i);
            var name = task.spec.name();
            var validationLoss = result.losses().getOrDefault(name, Double.NaN);
            var metrics = result.metrics().getOrDefault(name, Map.of());
            reports.put(name, new TaskReport(task.epochLoss(), validationLoss, learner.lossWeights[i], metrics));
        }
        return new EpochReport(
                epoch,
                lastEpoch(),
                reports,
                progress.lossSum / batches.count(),
                learner.descent.learningRate,
                result.score(),
                progress.rows / Math.max(1e-9, progress.trainSeconds),
                secondsLeft(epoch),
                learner.backpropagation.log.report(),
                new BesideReport(learner.beside.log.means(), result.beside()),
                Fold.ALONE);
    }

    private TrainingOutcome.Diverged diverged(int epoch, String what) {
        return new TrainingOutcome.Diverged(
                epoch,
                "In step %d of epoch %d the %s.\nMaybe the learning rate (%s) is too high."
                        .formatted(
                                progress.step + 1,
                                epoch,
                                what,
                                spec.descent().optimizer().learningRate()));
    }

    private double secondsLeft(int epoch) {
        double left = progress.seconds / epoch * (lastEpoch() - epoch);
        var limit = spec.pace().limitSeconds();
        return limit == null ? left : Math.clamp(limit - progress.seconds, 0, left);
    }

    private int lastEpoch() {
        int all = spec.pace().epochs();
        return spec.keep() instanceof KeepSpec.LastEpoch last ? Math.min(all, last.epoch()) : all;
    }

    private boolean ended() {
        return progress.epochs >= lastEpoch()
                || (spec.pace().patience() > 0
                        && progress.sinceBest >= spec.pace().patience())
                || outOfTime();
    }

    /** Only once there is something to show for the time. */
    private boolean outOfTime() {
        return judge.kept()
                && spec.pace().limitSeconds() != null
                && progress.seconds > spec.pace().limitSeconds();
    }
}
