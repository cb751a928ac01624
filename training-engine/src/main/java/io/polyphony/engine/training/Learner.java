package io.polyphony.engine.training;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.loss.Losses;
import io.polyphony.engine.network.NetworkInputs;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.network.Variation;
import io.polyphony.engine.op.Pass;
import io.polyphony.engine.optimizer.Optimizer;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.weighting.LossWeighting;
import io.polyphony.engine.weighting.TaskScales;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One step: fill, forward, losses, weighting, backward, optimizer. */
final class Learner {
    private final TrainingSpec spec;
    private final EncodedRows train;
    private final Program program;
    private final NetworkInputs inputs;
    private final long steps;
    final List<TaskState> tasks = new ArrayList<>();
    final Optimizer optimizer;
    final LossWeighting weighting;
    /** Of the last step. */
    double[] lossWeights = {};

    double totalLoss;
    double learningRate;

    /** @param steps of the whole training, for the schedule */
    Learner(
            NetworkSpec network,
            TrainingSpec spec,
            Preprocessor preprocessor,
            EncodedRows train,
            Program program,
            int batch,
            long steps) {
        this.spec = spec;
        this.train = train;
        this.program = program;
        this.steps = steps;
        var layouts = preprocessor.layouts();
        var variation =
                Variation.of(spec.augment(), layouts.values(), network.fusion().modalityDropout());
        this.inputs = new NetworkInputs(network, layouts, program, batch, variation);
        for (var task : network.tasks()) {
            var labels = Validation.labels(train, task.name());
            var loss = Losses.of(labels, spec.labelSmoothing(), spec.classWeights(), spec.regressionLoss());
            tasks.add(new TaskState(task, preprocessor.codec(task.name()), loss, labels, program, batch));
        }
        this.optimizer = new Optimizer(program.parameters(), spec.optimizer(), spec.clipNorm());
        this.weighting = spec.weighting().start(scales());
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

    /** Learns from these rows; tells what was no longer a number, if anything. */
    Optional<String> learn(int[] rows, RandomGenerator random) {
        inputs.fill(train.inputs(), rows, random);
        program.forward(new Pass(true, random));
        var losses = new double[tasks.size()];
        var present = new boolean[tasks.size()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = tasks.get(i).evaluate(rows);
            present[i] = tasks.get(i).present();
            if (!Double.isFinite(losses[i])) {
                return Optional.of("loss of the task (%s) was %s"
                        .formatted(tasks.get(i).spec.name(), losses[i]));
            }
        }
        return descend(losses, present);
    }

    private Optional<String> descend(double[] losses, boolean[] present) {
        lossWeights = weighting.factors(losses, present);
        totalLoss = weighting.total(losses, present);
        for (int i = 0; i < losses.length; i++) {
            tasks.get(i).sendGradient(lossWeights[i]);
        }
        program.backward();
        learningRate = spec.optimizer().learningRate() * spec.schedule().factor(optimizer.steps(), steps);
        double norm = optimizer.step(learningRate);
        weighting.step(losses, present, learningRate);
        return Double.isFinite(norm) ? Optional.empty() : Optional.of("gradient's norm was " + norm);
    }
}
