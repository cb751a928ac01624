package io.polyphony.engine.training;

import io.polyphony.engine.auxiliary.AuxiliaryGraph;
import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.export.Weights;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.program.Backward;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.weighting.GradientSpec;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Trains a network on encoded rows. Same specification, rows and seed on the same machine: bit-identical losses, however
 * often it was interrupted and resumed, and whatever else runs beside it.
 */
public final class Trainer {
    private static final Duration PULSE = Duration.ofMillis(250);
    private final NetworkSpec network;
    private final TrainingSpec spec;
    private final Preprocessor preprocessor;
    private final EncodedRows train;
    private final EncodedRows validation;
    private final Guidance guidance;

    /**
     * @param preprocessor fitted on the training rows for this network
     * @param validation rows that pick the best epoch; may be none where the last epoch is kept
     * @throws TooLarge if the training would not fit in memory
     */
    public Trainer(
            NetworkSpec network,
            TrainingSpec spec,
            Preprocessor preprocessor,
            EncodedRows train,
            EncodedRows validation) {
        this(network, spec, preprocessor, train, validation, Guidance.NONE);
    }

    private Trainer(
            NetworkSpec network,
            TrainingSpec spec,
            Preprocessor preprocessor,
            EncodedRows train,
            EncodedRows validation,
            Guidance guidance) {
        boolean judged = spec.keep() instanceof KeepSpec.BestEpochs;
        if (train.rows() == 0 || validation.rows() == 0 && judged) {
            throw new IllegalArgumentException(
                    "There are %d training and %d validation rows, but both need at least one.\nMaybe the split is too small."
                            .formatted(train.rows(), validation.rows()));
        }
        this.network = network;
        this.spec = spec;
        this.preprocessor = preprocessor;
        this.train = train;
        this.validation = validation;
        this.guidance = guidance;
        MemoryBudget.ofThisMachine()
                .require(
                        memory(network, spec, preprocessor, train.rows()),
                        spec.pace().batchSize());
    }

    /** The same training, begun from given weights or led by a teacher. */
    public Trainer guided(Guidance other) {
        return new Trainer(network, spec, preprocessor, train, validation, other);
    }

    /** What a training of so many rows would hold and compute, without starting it. */
    public static MemoryEstimate memory(
            NetworkSpec network, TrainingSpec spec, Preprocessor preprocessor, int trainRows) {
        int batch = Math.min(spec.pace().batchSize(), Math.max(1, trainRows));
        var cost = Program.cost(graph(network, spec, preprocessor, batch), backward(network, spec), Precision.FLOAT);
        // Dense: value and gradient, the kept epochs, then what the optimizer remembers; averaged weights take the
        // average and what is lent meanwhile; several tasks have a dense gradient each, and so has what belongs to
        // none.
        // Tables: value and gradient are in the cost.
        int tasks = network.tasks().size();
        int rest = spec.auxiliary().autoencoder().reconstructs() ? 1 : 0;
        long gradients = tasks > 1 ? (tasks + rest) * cost.dense() : 0;
        long vectors = 2
                + spec.keep().copies(tasks)
                + spec.descent().optimizer().rule().memories()
                + (spec.descent().averaging() > 0 ? 2 : 0);
        long heap = cost.tableBytes() + Float.BYTES * (vectors * cost.parameters() + gradients);
        return new MemoryEstimate(cost.deviceBytes(), heap, cost.parameters(), cost.flops() / batch);
    }

    /**
     * Trains to the end, or until the monitor says otherwise.
     *
     * @param resume where to go on, or null to begin
     * @throws io.polyphony.engine.checkpoint.UnusableCheckpoint if the checkpoint is of another version or belongs to another training
     */
    public TrainingOutcome run(@Nullable Checkpoint resume, TrainingMonitor monitor) {
        return run(resume, monitor, PULSE);
    }

    TrainingOutcome run(@Nullable Checkpoint resume, TrainingMonitor monitor, Duration interval) {
        int batch = Math.min(spec.pace().batchSize(), train.rows());
        try (var program = Program.compile(
                graph(network, spec, preprocessor, batch), backward(network, spec), Device.cpu(), Precision.FLOAT)) {
            var run = new TrainingRun(
                    network,
                    spec,
                    preprocessor,
                    train,
                    validation,
                    guidance,
                    program,
                    batch,
                    new Pulse(monitor, interval));
            if (resume != null) {
                run.resume(resume);
            }
            return run.toEnd();
        }
    }

    /** Gradients of single tasks take several backward runs on one forward run. */
    private static Backward backward(NetworkSpec network, TrainingSpec spec) {
        boolean several = network.tasks().size() > 1 && spec.weighting() instanceof GradientSpec;
        return several ? Backward.REPEATEDLY : Backward.ONCE;
    }

    /** The network before its first step: what it costs to ask is known before anything is learned. */
    public TrainedModel untrained() {
        var graph = NetworkGraph.of(network, preprocessor.layouts(), TaskWidths.of(network, preprocessor), 1);
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.FLOAT)) {
            program.initialize(new SplittableRandom(spec.seed()));
            return new TrainedModel(network, preprocessor, Weights.of(program.parameters()), Map.of());
        }
    }

    private static Graph graph(NetworkSpec network, TrainingSpec spec, Preprocessor preprocessor, int batch) {
        var widths = TaskWidths.of(network, preprocessor);
        var layouts = preprocessor.layouts();
        var parts = NetworkGraph.parts(network, layouts, widths, batch, Learner.mixes(network, spec));
        AuxiliaryGraph.add(parts, network, spec.auxiliary(), layouts, widths);
        return parts.graph();
    }
}
