package io.polyphony.engine.training;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.data.Batches;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.loss.Losses;
import io.polyphony.engine.network.Forward;
import io.polyphony.engine.network.NetworkInputs;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.network.Variation;
import io.polyphony.engine.op.Pass;
import io.polyphony.engine.optimizer.Optimizer;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.weighting.LossWeighting;
import io.polyphony.engine.weighting.TaskScales;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One run of a training on a program of its own. */
final class TrainingRun {
    private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;
    private final NetworkSpec network;
    private final TrainingSpec spec;
    private final Preprocessor preprocessor;
    private final EncodedRows train;
    private final EncodedRows validation;
    private final Program program;
    private final Batches batches;
    private final Pulse pulse;
    private final List<TaskState> tasks = new ArrayList<>();
    private final NetworkInputs inputs;
    private final Forward forward;
    private final Optimizer optimizer;
    private final LossWeighting weighting;
    private final Progress progress = new Progress();
    private final BestEpoch best;
    private final Snapshot snapshot;
    private double[] lossWeights = {};
    private double learningRate;

    TrainingRun(
            NetworkSpec network,
            TrainingSpec spec,
            Preprocessor preprocessor,
            EncodedRows train,
            EncodedRows validation,
            Program program,
            int batch,
            Pulse pulse) {
        this.network = network;
        this.spec = spec;
        this.preprocessor = preprocessor;
        this.train = train;
        this.validation = validation;
        this.program = program;
        this.pulse = pulse;
        this.batches = new Batches(train.rows(), batch, spec.seed());
        program.initialize(new SplittableRandom(spec.seed()));
        var layouts = preprocessor.layouts();
        var variation =
                Variation.of(spec.augment(), layouts.values(), network.fusion().modalityDropout());
        this.inputs = new NetworkInputs(network, layouts, program, batch, variation);
        this.forward = new Forward(
                program,
                new NetworkInputs(network, layouts, program, batch, Variation.NONE),
                TaskWidths.of(network, preprocessor),
                batch);
        addTasks(batch);
        this.optimizer = new Optimizer(program.parameters(), spec.optimizer(), spec.clipNorm());
        this.weighting = spec.weighting().start(scales());
        this.best = new BestEpoch(program.parameters());
        long identity = new Identity(network, spec, train.rows()).value();
        this.snapshot = new Snapshot(identity, progress, tasks, program.parameters(), optimizer, weighting, best);
    }

    private void addTasks(int batch) {
        for (var task : network.tasks()) {
            var labels = Validation.labels(train, task.name());
            var loss = Losses.of(labels, spec.labelSmoothing(), spec.classWeights(), spec.regressionLoss());
            tasks.add(new TaskState(task, preprocessor.codec(task.name()), loss, labels, program, batch));
        }
    }

    private TaskScales scales() {
        var constantLosses = new double[tasks.size()];
        var regressions = new boolean[tasks.size()];
        for (int i = 0; i < constantLosses.length; i++) {
            var task = tasks.get(i);
            constantLosses[i] = task.loss.constantLoss(Validation.labels(train, task.spec.name()));
            regressions[i] = !task.spec.type().isClassification();
        }
        return new TaskScales(tasks.stream().map(task -> task.spec.name()).toList(), constantLosses, regressions);
    }

    void resume(Checkpoint checkpoint) {
        snapshot.read(checkpoint);
    }

    TrainingOutcome toEnd() {
        while (progress.epochs < spec.epochs() && !patienceLost()) {
            var ended = epoch();
            if (ended != null) {
                return ended;
            }
            if (outOfTime()) {
                break;
            }
        }
        return completed();
    }

    /** One epoch, or the rest of one; null to go on. */
    private @Nullable TrainingOutcome epoch() {
        int epoch = progress.epochs + 1;
        long begin = System.nanoTime();
        var random = batches.random(epoch);
        var order = batches.order(random);
        long chance = random.nextLong();
        while (progress.step < batches.count()) {
            var ended = step(order, epoch, new SplittableRandom(chance + GOLDEN * progress.step));
            if (ended != null) {
                progress.seconds += seconds(begin);
                return ended;
            }
            if (best.epoch > 0
                    && spec.limitSeconds() != null
                    && progress.seconds + seconds(begin) > spec.limitSeconds()) {
                progress.seconds += seconds(begin);
                return completed();
            }
        }
        return endEpoch(epoch, begin);
    }

    private @Nullable TrainingOutcome step(int[] order, int epoch, SplittableRandom random) {
        long begin = System.nanoTime();
        var rows = batches.batch(order, progress.step);
        inputs.fill(train.inputs(), rows, random);
        program.forward(new Pass(true, random));
        var diverged = backward(rows, epoch);
        if (diverged != null) {
            return diverged;
        }
        progress.step++;
        progress.rows += rows.length;
        progress.trainSeconds += seconds(begin);
        var verdict = pulse.beat(epoch, progress.step, batches.count());
        return verdict == Verdict.CONTINUE ? null : new TrainingOutcome.Interrupted(verdict, snapshot.write());
    }

    private TrainingOutcome.@Nullable Diverged backward(int[] rows, int epoch) {
        var losses = new double[tasks.size()];
        var present = new boolean[tasks.size()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = tasks.get(i).evaluate(rows);
            present[i] = tasks.get(i).present();
            if (!Double.isFinite(losses[i])) {
                return diverged(
                        epoch,
                        "loss of the task (%s)".formatted(tasks.get(i).spec.name()),
                        losses[i]);
            }
        }
        lossWeights = weighting.factors(losses, present);
        for (int i = 0; i < losses.length; i++) {
            tasks.get(i).sendGradient(lossWeights[i]);
        }
        progress.lossSum += weighting.total(losses, present);
        program.backward();
        learningRate = spec.optimizer().learningRate()
                * spec.schedule().factor(optimizer.steps(), (long) spec.epochs() * batches.count());
        double norm = optimizer.step(learningRate);
        weighting.step(losses, present, learningRate);
        return Double.isFinite(norm) ? null : diverged(epoch, "gradient's norm", norm);
    }

    private TrainingOutcome.Diverged diverged(int epoch, String what, double value) {
        return new TrainingOutcome.Diverged(
                epoch,
                "In step %d of epoch %d the %s was %s.\nMaybe the learning rate (%s) is too high."
                        .formatted(
                                progress.step + 1,
                                epoch,
                                what,
                                value,
                                spec.optimizer().learningRate()));
    }

    private @Nullable TrainingOutcome endEpoch(int epoch, long begin) {
        var result = Validation.of(forward, validation, tasks);
        for (var loss : result.losses().entrySet()) {
            if (!Double.isFinite(loss.getValue())) {
                return diverged(epoch, "validation loss of the task (%s)".formatted(loss.getKey()), loss.getValue());
            }
        }
        progress.epochs = epoch;
        progress.seconds += seconds(begin);
        boolean better = best.offer(epoch, result.score(), result.metrics(), optimizer, program.parameters());
        progress.sinceBest = better ? 0 : progress.sinceBest + 1;
        var report = report(epoch, result);
        progress.step = 0;
        progress.lossSum = 0;
        tasks.forEach(TaskState::beginEpoch);
        var verdict = pulse.monitor().afterEpoch(report, snapshot::write);
        return verdict == Verdict.CONTINUE || ended()
                ? null
                : new TrainingOutcome.Interrupted(verdict, snapshot.write());
    }

    /** A verdict on a finished training changes nothing. */
    private boolean ended() {
        return progress.epochs >= spec.epochs() || patienceLost() || outOfTime();
    }

    private EpochReport report(int epoch, Validation result) {
        var reports = new LinkedHashMap<String, TaskReport>();
        for (int i = 0; i < tasks.size(); i++) {
            var name = tasks.get(i).spec.name();
            reports.put(
                    name,
                    new TaskReport(
                            tasks.get(i).epochLoss(),
                            result.losses().getOrDefault(name, 0.0),
                            lossWeights[i],
                            result.metrics().getOrDefault(name, Map.of())));
        }
        return new EpochReport(
                epoch,
                spec.epochs(),
                reports,
                progress.lossSum / batches.count(),
                learningRate,
                result.score(),
                progress.rows / Math.max(1e-9, progress.trainSeconds),
                progress.seconds / epoch * (spec.epochs() - epoch));
    }

    private TrainingOutcome completed() {
        var provenance = new LinkedHashMap<String, String>();
        provenance.put("seed", Long.toString(spec.seed()));
        provenance.put("bestEpoch", Integer.toString(best.epoch));
        var model = new TrainedModel(network, preprocessor, best.weights(), provenance);
        return new TrainingOutcome.Completed(best.epoch, best.metrics, model);
    }

    private boolean patienceLost() {
        return spec.patience() > 0 && progress.sinceBest >= spec.patience();
    }

    private boolean outOfTime() {
        return spec.limitSeconds() != null && progress.seconds > spec.limitSeconds();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
