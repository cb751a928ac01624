package io.polyphony.engine.compression;

import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.optimizer.Adam;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.ConstantSchedule;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.optimizer.Lion;
import io.polyphony.engine.optimizer.OptimizerSpec;
import io.polyphony.engine.optimizer.RmsProp;
import io.polyphony.engine.optimizer.ScheduleSpec;
import io.polyphony.engine.optimizer.Sgd;
import io.polyphony.engine.training.DescentSpec;
import io.polyphony.engine.training.Guidance;
import io.polyphony.engine.training.KeepSpec;
import io.polyphony.engine.training.PaceSpec;
import io.polyphony.engine.training.TrainingMonitor;
import io.polyphony.engine.training.TrainingSpec;
import java.util.Map;

/**
 * Magnitude pruning: in rounds, more and more of the smallest weights become zero and the others learn for an epoch; then the
 * network is fine-tuned, and the best epoch kept. Weights once zero stay so.
 */
public final class Pruner {
    private static final double LEAST_RATE = 0.01;

    private Pruner() {}

    /**
     * A thinner model of the same network.
     *
     * @param monitor hears of every epoch, counted anew in each round
     * @throws CompressionFailed if the fine-tuning diverged, or the monitor ended it
     */
    public static TrainedModel prune(TrainedModel model, PruningSpec spec, Lessons lessons, TrainingMonitor monitor) {
        var thinner = model;
        for (int round = 1; round <= spec.rounds(); round++) {
            var held = Magnitudes.smallest(thinner, spec.share(round), spec.scope());
            boolean last = round == spec.rounds();
            var training = last
                    ? training(lessons.training(), spec, spec.epochs(), new CosineSchedule(LEAST_RATE))
                            .keeping(KeepSpec.BEST)
                    : training(lessons.training(), spec, 1, new ConstantSchedule())
                            .keeping(new KeepSpec.LastEpoch(1));
            var guidance = Guidance.from(thinner.weights()).holding(held);
            thinner = lessons.by(training).learn(model.network(), guidance, monitor);
        }
        return thinner.with(model.provenance()).with(Map.of("pruned", Double.toString(spec.share())));
    }

    /** As the model was trained, but slower, from the first step on, and without an average that still knows the past. */
    private static TrainingSpec training(TrainingSpec usual, PruningSpec spec, int epochs, ScheduleSpec schedule) {
        var descent = usual.descent();
        return new TrainingSpec(
                PaceSpec.of(epochs, usual.pace().batchSize()),
                new DescentSpec(slower(descent.optimizer(), spec.rate()), schedule, descent.clipNorm(), 0),
                usual.weighting(),
                usual.loss(),
                usual.augment(),
                usual.keep(),
                usual.auxiliary(),
                usual.seed());
    }

    private static OptimizerSpec slower(OptimizerSpec spec, double rate) {
        double slower = spec.learningRate() * rate;
        return switch (spec) {
            case Adam _ -> new Adam(slower);
            case AdamW adam -> new AdamW(slower, adam.weightDecay());
            case Sgd sgd -> new Sgd(slower, sgd.momentum(), sgd.weightDecay());
            case RmsProp prop -> new RmsProp(slower, prop.weightDecay());
            case Lion lion -> new Lion(slower, lion.weightDecay());
        };
    }
}
