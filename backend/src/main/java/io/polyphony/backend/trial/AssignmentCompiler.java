package io.polyphony.backend.trial;

import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.space.Knobs;
import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.AudioCnn;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.encoder.MeanEmbedding;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.encoder.TfidfText;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.fusion.Average;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.fusion.Gated;
import io.polyphony.engine.fusion.Late;
import io.polyphony.engine.fusion.WeightedAverage;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.loss.RegressionLoss;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.training.TrainingSpec;
import io.polyphony.engine.weighting.Equal;
import io.polyphony.engine.weighting.Static;
import io.polyphony.engine.weighting.Uncertainty;
import io.polyphony.engine.weighting.WeightingSpec;
import io.polyphony.hpo.space.Assignment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one place that knows both sides: an assignment of the search becomes a network and its training. */
public final class AssignmentCompiler {
    private static final int VOCABULARY = 20_000;
    private static final int BUCKETS = 1 << 15;
    private static final int MELS = 40;
    private static final double WARM_UP = 0.05;
    private static final double CLIP_NORM = 1;

    private AssignmentCompiler() {}

    /** The network of a trial. */
    public static NetworkSpec network(Experiment experiment, Trial trial) {
        var assignment = trial.assignment();
        var inputs = experiment.plan().inputs().stream()
                .filter(input -> trial.inputs().contains(input.name()))
                .toList();
        var encoders = new LinkedHashMap<String, EncoderSpec>();
        inputs.forEach(input -> encoders.put(input.name(), encoder(input, assignment)));
        return new NetworkSpec(
                inputs,
                encoders,
                fusion(assignment),
                tasks(experiment, trial),
                new HeadSpec(assignment.integer(Knobs.HEAD), dropout(assignment)));
    }

    /**
     * The training of a trial.
     *
     * @param limitSeconds training time left; null for no limit
     */
    public static TrainingSpec training(Experiment experiment, Trial trial, @Nullable Double limitSeconds) {
        var assignment = trial.assignment();
        int epochs = experiment.plan().search().epochs();
        return new TrainingSpec(
                epochs,
                assignment.integer(Knobs.BATCH),
                new AdamW(assignment.real(Knobs.LEARNING_RATE), assignment.real(Knobs.WEIGHT_DECAY)),
                new CosineSchedule(WARM_UP),
                weighting(assignment, trial.tasks()),
                CLIP_NORM,
                Math.max(5, epochs / 5),
                augment(assignment),
                assignment.has(Knobs.LABEL_SMOOTHING) ? assignment.real(Knobs.LABEL_SMOOTHING) : 0,
                false,
                trial.seed(),
                limitSeconds,
                regressionLoss(experiment));
    }

    private static List<TaskSpec> tasks(Experiment experiment, Trial trial) {
        return experiment.tasks().stream()
                .filter(task -> trial.tasks().contains(task.name()))
                .map(ExperimentTask::spec)
                .toList();
    }

    private static EncoderSpec encoder(InputSpec input, Assignment a) {
        return switch (input.modality()) {
            case TABULAR -> new TabularMlp(a.integer(Knobs.TABLE_WIDTH), a.integer(Knobs.TABLE_DEPTH), dropout(a));
            case TEXT ->
                a.text(Knobs.TEXT_ENCODER).equals(Knobs.TFIDF)
                        ? new TfidfText(BUCKETS, a.integer(Knobs.TEXT_LENGTH), 1, a.integer(Knobs.TEXT_DIMENSION), 0)
                        : new MeanEmbedding(
                                VOCABULARY, a.integer(Knobs.TEXT_LENGTH), a.integer(Knobs.TEXT_DIMENSION), 0);
            case IMAGE ->
                new ImageCnn(
                        a.integer(Knobs.IMAGE_SIZE),
                        a.integer(Knobs.IMAGE_CHANNELS),
                        a.integer(Knobs.IMAGE_WIDTH),
                        a.integer(Knobs.IMAGE_BLOCKS),
                        dropout(a));
            case AUDIO ->
                new AudioCnn(
                        MELS,
                        a.integer(Knobs.AUDIO_FRAMES),
                        a.integer(Knobs.AUDIO_RATE),
                        a.integer(Knobs.AUDIO_WIDTH),
                        a.integer(Knobs.AUDIO_BLOCKS),
                        dropout(a));
        };
    }

    /** A single input needs no fusion: it passes through the same trunk. */
    private static FusionSpec fusion(Assignment a) {
        int width = a.integer(Knobs.WIDTH);
        if (!a.has(Knobs.FUSION)) {
            return new Concatenation(width, 1, dropout(a), 0);
        }
        double lost = a.has(Knobs.MODALITY_DROPOUT) ? a.real(Knobs.MODALITY_DROPOUT) : 0;
        return switch (a.text(Knobs.FUSION)) {
            case "average" -> new Average(width, dropout(a), lost);
            case "weighted" -> new WeightedAverage(width, dropout(a), lost);
            case "concatenation" -> new Concatenation(width, a.integer(Knobs.DEPTH), dropout(a), lost);
            case "gated" -> new Gated(width, dropout(a), lost);
            case "late" -> new Late(width, dropout(a), lost);
            default -> throw unknown(Knobs.FUSION, a);
        };
    }

    private static WeightingSpec weighting(Assignment a, List<String> tasks) {
        if (!a.has(Knobs.LOSS_WEIGHTING)) {
            return new Equal();
        }
        return switch (a.text(Knobs.LOSS_WEIGHTING)) {
            case "equal" -> new Equal();
            case "uncertainty" -> new Uncertainty();
            case "static" -> new Static(softmax(a, tasks));
            default -> throw unknown(Knobs.LOSS_WEIGHTING, a);
        };
    }

    /** Weights that add up to the number of tasks, so that they change the balance and not the learning rate. */
    private static Map<String, Double> softmax(Assignment a, List<String> tasks) {
        var weights = new LinkedHashMap<String, Double>();
        tasks.forEach(task -> weights.put(task, Math.exp(a.real(Knobs.WEIGHT + task))));
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.replaceAll((task, weight) -> weight * tasks.size() / sum);
        return weights;
    }

    private static AugmentSpec augment(Assignment a) {
        double media = a.has(Knobs.MEDIA_AUGMENT) ? a.real(Knobs.MEDIA_AUGMENT) : 0;
        double text = a.has(Knobs.TEXT_AUGMENT) ? a.real(Knobs.TEXT_AUGMENT) : 0;
        return new AugmentSpec(media, media, text);
    }

    /** The loss that aims at what the regressions are judged by. */
    private static RegressionLoss regressionLoss(Experiment experiment) {
        boolean absolute = experiment.tasks().stream()
                .filter(task -> task.type() == TaskType.REGRESSION)
                .allMatch(task -> task.metric().equals(Metrics.MAE));
        return absolute ? RegressionLoss.ABSOLUTE : RegressionLoss.HUBER;
    }

    private static double dropout(Assignment a) {
        return a.real(Knobs.DROPOUT);
    }

    private static IllegalArgumentException unknown(String name, Assignment a) {
        return new IllegalArgumentException(
                "The assignment names the %s (%s), which this version does not know. Maybe a newer worker proposed it."
                        .formatted(name, a.text(name)));
    }
}
