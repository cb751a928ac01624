package io.polyphony.engine.training;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.Leeway;
import io.polyphony.engine.data.Masks;
import io.polyphony.engine.data.Mixup;
import io.polyphony.engine.data.Movements;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Symmetries;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.evaluation.Aims;
import io.polyphony.engine.loss.Losses;
import io.polyphony.engine.network.NetworkInputs;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.network.Variation;
import io.polyphony.engine.op.Pass;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.weighting.LossWeighting;
import io.polyphony.engine.weighting.StepLosses;
import io.polyphony.engine.weighting.TaskScales;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One step: fill, forward, losses, weighting, backward, optimizer. */
final class Learner {
    private final TrainingSpec spec;
    private final EncodedRows train;
    private final Program program;
    private final NetworkInputs inputs;
    final List<TaskState> tasks = new ArrayList<>();
    final LossWeighting weighting;
    final Backpropagation backpropagation;
    final Descent descent;
    final Beside beside;
    /** Of the last step. */
    double[] lossWeights = {};

    double totalLoss;

    /** @param steps of the whole training, for the schedule */
    Learner(
            NetworkSpec network,
            TrainingSpec spec,
            Preprocessor preprocessor,
            EncodedRows train,
            Guidance guidance,
            Program program,
            int batch,
            long steps) {
        this.spec = spec;
        this.train = train;
        this.program = program;
        var layouts = preprocessor.layouts();
        var movements = new Movements(batch);
        var mixup = new Mixup(mixes(network, spec) ? spec.augment().mixup() : 0, batch);
        var variation = variation(network, preprocessor, movements, mixup);
        this.inputs = new NetworkInputs(network, layouts, program, batch, variation);
        var pasts = new ToldPasts(network, preprocessor, train);
        for (var task : network.tasks()) {
            var labels = Validation.labels(train, task.name());
            var loss = guidance.loss(Losses.of(task, labels, spec.loss()), labels);
            tasks.add(new TaskState(
                    task,
                    preprocessor.codec(task.name()),
                    loss,
                    Aims.metric(task),
                    guidance.labels(labels),
                    program,
                    batch,
                    movements,
                    mixup,
                    units(task, pasts)));
        }
        this.beside = new BesideParts(network, spec.auxiliary(), layouts, train, program, inputs, mixup)
                .made((task, name) -> tasks.get(task).at(program, name, batch));
        this.descent = new Descent(spec, program, guidance.held(), tasks.size() > 1, steps);
        this.weighting = spec.weighting().start(scales());
        this.backpropagation = new Backpropagation(program, tasks, weighting, beside);
    }

    /** Pictures' answers and forecasts read more than what is mixed: with one of those tasks, no row is. */
    static boolean mixes(NetworkSpec network, TrainingSpec spec) {
        return spec.augment().mixup() > 0
                && !network.counts()
                && network.tasks().stream().noneMatch(task -> switch (task.type()) {
                    case SEGMENTATION, DETECTION, FORECAST -> true;
                    case BINARY, MULTICLASS, ORDINAL, MULTILABEL, REGRESSION, VECTOR, COUNT -> false;
                });
    }

    /** Pictures on which answers lie are varied in ways that those can follow; where things are counted, none is lost. */
    private Variation variation(NetworkSpec network, Preprocessor preprocessor, Movements movements, Mixup mixup) {
        var layouts = preprocessor.layouts();
        var variation =
                Variation.of(spec.augment(), layouts.values(), network.fusion().modalityDropout(), mixup);
        for (var layout : layouts.values()) {
            boolean drawn = preprocessor.drawsOn(layout.input());
            if (drawn || network.countsOn(layout.input())) {
                var leeway = leeway(network, drawn);
                variation = variation.withScenes(spec.augment(), layout, movements, leeway);
            }
        }
        return variation;
    }

    /** Masks follow any turn; which ones leave them what they are, they tell themselves. */
    private Leeway leeway(NetworkSpec network, boolean drawn) {
        var asked = spec.augment().mirror();
        boolean boxed = network.tasks().stream().anyMatch(task -> task.type() == TaskType.DETECTION);
        if (boxed || !drawn) {
            return new Leeway(asked, false, network.counts());
        }
        var shown = network.tasks().stream()
                .filter(task -> task.type() == TaskType.SEGMENTATION)
                .map(task -> Symmetries.of(Masks.of(Validation.labels(train, task.name()))))
                .min(Comparator.naturalOrder())
                .orElse(asked);
        return new Leeway(asked.compareTo(shown) > 0 ? asked : shown, true, network.counts());
    }

    private @Nullable WindowUnits units(TaskSpec task, ToldPasts pasts) {
        var units = spec.loss().evenWindows() ? pasts.units(task.name()) : null;
        return units == null ? null : new WindowUnits(units);
    }

    private TaskScales scales() {
        var constantLosses = new double[tasks.size()];
        var regressions = new boolean[tasks.size()];
        for (int i = 0; i < constantLosses.length; i++) {
            var task = tasks.get(i);
            constantLosses[i] = task.constantLoss(Validation.labels(train, task.spec.name()));
            regressions[i] = task.spec.type().isQuantity();
        }
        return new TaskScales(tasks.stream().map(task -> task.spec.name()).toList(), constantLosses, regressions);
    }

    /**
     * Learns from these rows; tells what was no longer a number, if anything.
     *
     * @param chance decides all variation in this step
     */
    Optional<String> learn(int[] rows, long chance) {
        inputs.fill(train.inputs(), rows, new SplittableRandom(chance));
        forward(chance);
        var losses = new StepLosses(new double[tasks.size()], new boolean[tasks.size()]);
        for (int i = 0; i < losses.tasks(); i++) {
            losses.values()[i] = tasks.get(i).evaluate(rows);
            losses.present()[i] = tasks.get(i).present();
            if (!Double.isFinite(losses.values()[i])) {
                return Optional.of("loss of the task (%s) was %s"
                        .formatted(tasks.get(i).spec.name(), losses.values()[i]));
            }
        }
        beside.evaluate(rows);
        return descend(losses, chance);
    }

    /** The same chance drops the same units. */
    private void forward(long chance) {
        program.forward(new Pass(true, new SplittableRandom(~chance)));
    }

    private Optional<String> descend(StepLosses losses, long chance) {
        var random = new SplittableRandom(Long.reverse(chance));
        var factors = weighting.factors(losses, random);
        double besides = beside.total(factors);
        if (!Double.isFinite(besides)) {
            return Optional.of("loss beside the tasks was " + besides);
        }
        totalLoss = weighting.total(factors, losses) + besides;
        lossWeights = backpropagation.run(factors, losses, random, descent.optimizer.steps(), () -> forward(chance));
        beside.modulate(descent.optimizer, random);
        double norm = descent.step();
        weighting.step(losses, descent.learningRate);
        if (weighting.looksAgain()) {
            weighting.compare(losses, again(losses, chance));
        }
        return Double.isFinite(norm) ? Optional.empty() : Optional.of("gradient's norm was " + norm);
    }

    private StepLosses again(StepLosses losses, long chance) {
        forward(chance);
        var values = tasks.stream().mapToDouble(TaskState::again).toArray();
        return new StepLosses(values, losses.present());
    }

    void beginEpoch() {
        tasks.forEach(TaskState::beginEpoch);
        weighting.endEpoch();
        backpropagation.log.beginEpoch();
        beside.log.beginEpoch();
    }
}
