package io.polyphony.backend.experiment.space;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The recipes that are tried before the sampler is asked: small and safe first. */
public final class FirstTrials {
    /** What every recipe starts from; a recipe names what it does otherwise. */
    private static final Map<String, Object> BASE = Map.ofEntries(
            Map.entry(Knobs.FUSION, "concatenation"),
            Map.entry(Knobs.LOSS_WEIGHTING, "equal"),
            Map.entry(Knobs.LEARNING_RATE, 1e-3),
            Map.entry(Knobs.WEIGHT_DECAY, 1e-4),
            Map.entry(Knobs.WIDTH, 128),
            Map.entry(Knobs.DEPTH, 1),
            Map.entry(Knobs.DROPOUT, 0.1),
            Map.entry(Knobs.MODALITY_DROPOUT, 0.0),
            Map.entry(Knobs.HEAD, 0),
            Map.entry(Knobs.BATCH, 64),
            Map.entry(Knobs.LABEL_SMOOTHING, 0.0),
            Map.entry(Knobs.AUGMENT, Knobs.LIGHT),
            Map.entry(Knobs.TABLE_WIDTH, 128),
            Map.entry(Knobs.TABLE_DEPTH, 2),
            Map.entry(Knobs.TEXT_ENCODER, Knobs.TFIDF),
            Map.entry(Knobs.TEXT_DIMENSION, 64),
            Map.entry(Knobs.IMAGE_WIDTH, 16),
            Map.entry(Knobs.IMAGE_BLOCKS, 2),
            Map.entry(Knobs.AUDIO_WIDTH, 16),
            Map.entry(Knobs.AUDIO_BLOCKS, 2));

    private static final List<Map<String, Object>> RECIPES = List.of(
            Map.of(),
            Map.of(Knobs.FUSION, "late"),
            Map.of(
                    Knobs.FUSION,
                    "gated",
                    Knobs.LOSS_WEIGHTING,
                    "uncertainty",
                    Knobs.WEIGHT_DECAY,
                    1e-2,
                    Knobs.MODALITY_DROPOUT,
                    0.1,
                    Knobs.TEXT_ENCODER,
                    Knobs.MEAN,
                    Knobs.IMAGE_BLOCKS,
                    3,
                    Knobs.AUDIO_BLOCKS,
                    3),
            Map.of(Knobs.LOSS_WEIGHTING, "static", Knobs.DROPOUT, 0.3, Knobs.IMAGE_BLOCKS, 3, Knobs.AUDIO_BLOCKS, 3),
            Map.of(
                    Knobs.FUSION, "weighted",
                    Knobs.WIDTH, 64,
                    Knobs.LEARNING_RATE, 2e-3,
                    Knobs.TABLE_DEPTH, 1,
                    Knobs.IMAGE_WIDTH, 8,
                    Knobs.AUDIO_WIDTH, 8),
            Map.of(
                    Knobs.FUSION,
                    "average",
                    Knobs.LOSS_WEIGHTING,
                    "uncertainty",
                    Knobs.DROPOUT,
                    0.4,
                    Knobs.WIDTH,
                    64,
                    Knobs.WEIGHT_DECAY,
                    1e-2));

    private FirstTrials() {}

    /** The recipes as assignments of this space, each once; a choice that the space does not offer becomes its first one. */
    public static List<Assignment> of(SearchSpace space) {
        return RECIPES.stream()
                .map(recipe -> assignment(space, recipe))
                .distinct()
                .toList();
    }

    private static Assignment assignment(SearchSpace space, Map<String, Object> recipe) {
        var wanted = new HashMap<>(BASE);
        wanted.putAll(recipe);
        return space.assign(parameter -> value(parameter, wanted.get(parameter.name())));
    }

    private static Object value(Parameter parameter, @Nullable Object wanted) {
        return Stream.ofNullable(wanted)
                .flatMap(value -> parameter.accept(value).stream())
                .findFirst()
                .orElseGet(() -> parameter.ordered() ? parameter.at(0.5) : parameter.valueAt(0));
    }
}
