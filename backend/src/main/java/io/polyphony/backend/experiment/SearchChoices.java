package io.polyphony.backend.experiment;

import io.polyphony.backend.experiment.space.Choice;
import io.polyphony.backend.experiment.space.EncoderChoices;
import io.polyphony.backend.experiment.space.FusionChoices;
import io.polyphony.backend.experiment.space.TrainingKnob;
import io.polyphony.backend.experiment.space.TrainingKnobs;
import io.polyphony.backend.experiment.space.WeightingChoices;
import io.polyphony.engine.data.FrozenFeatures;
import io.polyphony.engine.data.Modality;
import io.polyphony.hpo.sampler.Samplers;
import io.polyphony.hpo.trial.Scalarization;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an experiment's search was allowed to choose.
 *
 * @param fusions at least one of {@link #FUSIONS}
 * @param lossWeightings at least one of {@link #LOSS_WEIGHTINGS}
 * @param encoders per modality at least one of {@link EncoderChoices#all}
 * @param training by the name of a {@link TrainingKnob}, or of one of its parameters, what it may be where that is not as usual
 * @param sampler one of {@link #samplers()}
 * @param pruner one of {@link #pruners()}
 * @param prunerSettings by name the numbers that the pruner was given, and by objective the worst value that goes on
 * @param referees whether single-task and single-modality trials are trained for comparison
 * @param epochs most epochs of a trial
 * @param scalarization one of {@link #scalarizations()}
 * @param warmStart whether it began with what did well in earlier experiments, as far as there were any
 * @param uploaded the ready-made networks among the encoders, by their names
 */
public record SearchChoices(
        List<String> fusions,
        List<String> lossWeightings,
        Map<Modality, List<String>> encoders,
        Map<String, List<String>> training,
        String sampler,
        String pruner,
        Map<String, Double> prunerSettings,
        boolean referees,
        int epochs,
        String scalarization,
        boolean warmStart,
        Map<String, FrozenFeatures> uploaded) {
    /** How embeddings of several inputs may become one. */
    public static final List<String> FUSIONS = Choice.names(FusionChoices.all());
    /** Those of {@link #FUSIONS} that a search tries unless told otherwise. */
    public static final List<String> USUAL_FUSIONS = Choice.usual(FusionChoices.all());
    /** How the losses of several tasks may become one step. */
    public static final List<String> LOSS_WEIGHTINGS = Choice.names(WeightingChoices.all());
    /** Those of {@link #LOSS_WEIGHTINGS} that a search tries unless told otherwise. */
    public static final List<String> USUAL_LOSS_WEIGHTINGS = Choice.usual(WeightingChoices.all());

    public SearchChoices {
        fusions = List.copyOf(fusions);
        lossWeightings = List.copyOf(lossWeightings);
        // Searches planned before these could be chosen name none.
        encoders = Map.copyOf(Objects.requireNonNullElse(encoders, Map.of()));
        training = Map.copyOf(Objects.requireNonNullElse(training, Map.of()));
        prunerSettings = Map.copyOf(Objects.requireNonNullElse(prunerSettings, Map.of()));
        scalarization = Objects.requireNonNullElse(scalarization, Scalarization.NONE.label());
        uploaded = Map.copyOf(Objects.requireNonNullElse(uploaded, Map.of()));
    }

    /** With no encoders but the platform's own, and no earlier experiments. */
    public SearchChoices(
            List<String> fusions,
            List<String> lossWeightings,
            Map<Modality, List<String>> encoders,
            Map<String, List<String>> training,
            String sampler,
            String pruner,
            boolean referees,
            int epochs,
            String scalarization) {
        this(
                fusions,
                lossWeightings,
                encoders,
                training,
                sampler,
                pruner,
                Map.of(),
                referees,
                epochs,
                scalarization,
                false,
                Map.of());
    }

    /** Training as usual, and as many objectives as there are. */
    public SearchChoices(
            List<String> fusions,
            List<String> lossWeightings,
            Map<Modality, List<String>> encoders,
            String sampler,
            String pruner,
            boolean referees,
            int epochs) {
        this(
                fusions,
                lossWeightings,
                encoders,
                Map.of(),
                sampler,
                pruner,
                referees,
                epochs,
                Scalarization.NONE.label());
    }

    /** The encoders allowed for inputs of that modality. */
    public List<String> encoders(Modality modality) {
        var allowed = encoders.get(modality);
        return allowed == null ? Choice.usual(EncoderChoices.all(modality)) : allowed;
    }

    /** What the parameter of a knob that there is one of may be. */
    public List<String> training(String knob) {
        return TrainingKnobs.named(knob).allowed(knob, training);
    }

    /** The samplers that may be named, the recommended first. */
    public static List<Choice> samplers() {
        return Samplers.all().stream()
                .map(kind -> new Choice(
                        kind.name(),
                        Choice.written(kind.name()),
                        kind.name().equals(Samplers.RECOMMENDED),
                        kind.explanation()))
                .toList();
    }

    /** Whether and how several objectives may be made one, the recommended first. */
    public static List<Choice> scalarizations() {
        return Arrays.stream(Scalarization.values())
                .map(each -> new Choice(
                        each.label(),
                        each == Scalarization.NONE ? "Front of compromises" : Choice.written(each.label()),
                        each == Scalarization.NONE,
                        each.explanation()))
                .toList();
    }

    /** The pruners that may be named, the recommended first. */
    public static List<Choice> pruners() {
        return PrunerChoice.all().stream().map(PrunerChoice::choice).toList();
    }
}
