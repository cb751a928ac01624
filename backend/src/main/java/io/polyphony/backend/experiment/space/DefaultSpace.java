package io.polyphony.backend.experiment.space;

import static io.polyphony.hpo.space.Parameter.categorical;
import static io.polyphony.hpo.space.Parameter.ordinal;
import static io.polyphony.hpo.space.Parameter.real;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.Modality;
import io.polyphony.hpo.space.CategoricalParameter;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * The default search space: fusion and loss weighting as the person allowed, an encoder per modality, and the few settings
 * of training that matter most. A parameter with one level is a fact about the data that every trial states.
 */
public final class DefaultSpace {
    private DefaultSpace() {}

    /** The space for these data and choices. */
    public static SearchSpace of(DataFacts facts, SearchChoices choices) {
        var parameters = new ArrayList<Parameter>();
        parameters.addAll(fusion(facts, choices.fusions()));
        parameters.addAll(weighting(facts, choices.lossWeightings()));
        parameters.addAll(training(facts));
        for (Modality modality : Modality.values()) {
            if (facts.has(modality)) {
                parameters.addAll(encoder(modality, facts));
            }
        }
        return new SearchSpace(parameters);
    }

    private static List<Parameter> fusion(DataFacts facts, List<String> fusions) {
        var shared = List.<Parameter>of(ordinal(Knobs.WIDTH, 64, 128), real(Knobs.DROPOUT, 0.1, 0.5));
        if (!facts.fuses()) {
            return shared;
        }
        var parameters = new ArrayList<Parameter>();
        parameters.add(new CategoricalParameter(Knobs.FUSION, fusions, null));
        parameters.addAll(shared);
        parameters.add(ordinal(Knobs.MODALITY_DROPOUT, 0.0, 0.1, 0.2, 0.3));
        if (fusions.contains("concatenation")) {
            parameters.add(ordinal(Knobs.DEPTH, 1, 2).when(Knobs.FUSION, "concatenation"));
        }
        return parameters;
    }

    private static List<Parameter> weighting(DataFacts facts, List<String> weightings) {
        if (!facts.shares()) {
            return List.of();
        }
        var parameters = new ArrayList<Parameter>();
        parameters.add(new CategoricalParameter(Knobs.LOSS_WEIGHTING, weightings, null));
        if (weightings.contains("static")) {
            facts.tasks()
                    .forEach(task -> parameters.add(
                            real(Knobs.WEIGHT + task, -2, 2).step(0.1).when(Knobs.LOSS_WEIGHTING, "static")));
        }
        return parameters;
    }

    private static List<Parameter> training(DataFacts facts) {
        var parameters = new ArrayList<Parameter>();
        boolean media = facts.has(Modality.IMAGE) || facts.has(Modality.AUDIO);
        parameters.add(real(Knobs.LEARNING_RATE, media ? 1e-3 : 5e-4, 1e-2).log());
        parameters.add(real(Knobs.WEIGHT_DECAY, 1e-6, 1e-1).log());
        parameters.add(facts.rows() < 2000 ? ordinal(Knobs.BATCH, 16, 32, 64) : ordinal(Knobs.BATCH, 32, 64, 128));
        parameters.add(ordinal(Knobs.HEAD, 0, 64));
        if (facts.classification()) {
            parameters.add(ordinal(Knobs.LABEL_SMOOTHING, 0.0, 0.05, 0.1));
        }
        if (media) {
            parameters.add(ordinal(Knobs.MEDIA_AUGMENT, 0.0, 1.0));
        }
        if (facts.has(Modality.TEXT)) {
            parameters.add(ordinal(Knobs.TEXT_AUGMENT, 0.0, 1.0, 2.0));
        }
        return parameters;
    }

    private static List<Parameter> encoder(Modality modality, DataFacts facts) {
        return switch (modality) {
            case TABULAR -> List.of(ordinal(Knobs.TABLE_WIDTH, 64, 128), ordinal(Knobs.TABLE_DEPTH, 1, 2));
            case TEXT ->
                List.of(
                        categorical(Knobs.TEXT_ENCODER, Knobs.TFIDF, Knobs.MEAN),
                        ordinal(Knobs.TEXT_DIMENSION, 32, 64, 128),
                        ordinal(Knobs.TEXT_LENGTH, Math.clamp(facts.words(), 8, 256)));
            case IMAGE ->
                List.of(
                        ordinal(Knobs.IMAGE_SIZE, Math.clamp(facts.pixels(), 16, 64)),
                        // Pictures this small are mostly scans of one ink.
                        ordinal(Knobs.IMAGE_CHANNELS, facts.pixels() <= 32 ? 1 : 3),
                        ordinal(Knobs.IMAGE_WIDTH, 8, 16, 32),
                        ordinal(Knobs.IMAGE_BLOCKS, 2, 3));
            case AUDIO ->
                List.of(
                        ordinal(Knobs.AUDIO_RATE, Math.clamp(facts.sampleRate(), 4000, 16_000)),
                        ordinal(Knobs.AUDIO_FRAMES, frames(facts.seconds())),
                        ordinal(Knobs.AUDIO_WIDTH, 8, 16, 32),
                        ordinal(Knobs.AUDIO_BLOCKS, 2, 3));
        };
    }

    /** Frames of 10 ms, in steps of eight so that halving them three times leaves no remainder. */
    private static int frames(double seconds) {
        return Math.clamp((long) Math.ceil(seconds * 100 / 8) * 8, 16, 200);
    }
}
