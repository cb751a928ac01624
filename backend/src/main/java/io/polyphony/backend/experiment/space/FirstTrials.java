package io.polyphony.backend.experiment.space;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The recipes that are tried before the sampler is asked: small and safe first. Their numbers were measured on reviews (text
 * and table) and on digits (pictures and recordings).
 */
public final class FirstTrials {
    /** What every recipe starts from; a recipe names what it does otherwise. */
    private static final Map<String, Object> BASE = Map.ofEntries(
            Map.entry(Knobs.FUSION, "concatenation"),
            Map.entry(Knobs.LOSS_WEIGHTING, "equal"),
            Map.entry(Knobs.LEARNING_RATE, 1e-3),
            Map.entry(Knobs.SGD_RATE, 3e-2),
            Map.entry(Knobs.LION_RATE, 3e-4),
            Map.entry(Knobs.AVERAGING, 0),
            Map.entry(Knobs.CLIPPING, 1),
            Map.entry(Knobs.HEAD_RATE, 1),
            Map.entry(Knobs.UNIMODAL, 0.3),
            Map.entry(Knobs.MODULATION, 0),
            Map.entry(Knobs.FREEZE, 0),
            Map.entry(Knobs.WEIGHT_DECAY, 1e-4),
            Map.entry(Knobs.WIDTH, 128),
            Map.entry(Knobs.DEPTH, 1),
            Map.entry(Knobs.DROPOUT, 0.2),
            Map.entry(Knobs.MODALITY_DROPOUT, 0.0),
            Map.entry(Knobs.HEAD, 0),
            Map.entry(Knobs.BATCH, 64),
            Map.entry(Knobs.LABEL_SMOOTHING, 0.0),
            Map.entry(Knobs.MEDIA_AUGMENT, 1.0),
            Map.entry(Knobs.TEXT_AUGMENT, 1.0),
            Map.entry(Knobs.TABLE_WIDTH, 64),
            Map.entry(Knobs.TABLE_DEPTH, 1),
            // Of many columns most seldom tell anything.
            Map.entry(Knobs.TABLE_COLUMNS, "telling"),
            Map.entry(Knobs.TEXT_ENCODER, Knobs.TFIDF),
            Map.entry(Knobs.TEXT_DIMENSION, 64),
            Map.entry(Knobs.TEXT_NGRAMS, 1),
            Map.entry(Knobs.IMAGE_WIDTH, 16),
            Map.entry(Knobs.IMAGE_BLOCKS, 2),
            Map.entry(Knobs.AUDIO_WIDTH, 16),
            Map.entry(Knobs.AUDIO_BLOCKS, 3),
            // Of a few hundred series it tells more than what must learn all by itself, and sooner.
            Map.entry(Knobs.SERIES_ENCODER, Knobs.MINIROCKET));

    /** Convolutions want larger and more steps. */
    private static final Map<String, Object> MEDIA = Map.of(Knobs.LEARNING_RATE, 3e-3, Knobs.BATCH, 32);

    /** Every pixel is a row, and so steps are of few pictures; what is to be drawn at one place is told by what lies far from it. */
    private static final Map<String, Object> DRAWN =
            Map.of(Knobs.IMAGE_WIDTH, 12, Knobs.IMAGE_BLOCKS, 4, Knobs.BATCH, 16);

    /**
     * What stays where it was is learnt in fewer passes (of 367 streets in a minute an IoU of .39 in place of .35), and soon
     * enough by larger steps (of 205 smears of blood a score of .81 in place of .76).
     */
    private static final Map<String, Object> STILL = Map.of(Knobs.MEDIA_AUGMENT, 0.0, Knobs.LEARNING_RATE, 6e-3);

    /** Words are many and rows few: what is learnt of single words does not last. */
    private static final Map<String, Object> TEXT = Map.of(Knobs.DROPOUT, 0.4, Knobs.TEXT_AUGMENT, 2.0);

    /** Numbers alone: thresholds and bumps, learnt in many steps. */
    private static final Map<String, Object> TABLE = Map.of(
            Knobs.TABLE_ENCODER,
            "realmlp",
            Knobs.TABLE_WIDTH,
            128,
            Knobs.TABLE_DEPTH,
            2,
            Knobs.LEARNING_RATE,
            4e-3,
            Knobs.BATCH,
            32,
            Knobs.DROPOUT,
            0.0);

    /** Beside the linear map of its past little is to be told of a forecast, and it is soon learned by heart. */
    private static final Map<String, Object> FORECAST = Map.of(
            Knobs.FORECAST_START,
            "fitted",
            Knobs.SERIES_ENCODER,
            Knobs.LINEAR,
            Knobs.SERIES_WIDTH,
            16,
            Knobs.LEARNING_RATE,
            3e-4,
            Knobs.DROPOUT,
            0.3,
            Knobs.WEIGHT_DECAY,
            1e-1);

    /** Near steps of several columns are told better by a map that is learnt with the rest. */
    private static final Map<String, Object> GRADUAL =
            Map.of(Knobs.FORECAST_START, "repeated", Knobs.LEARNING_RATE, 1e-3);

    /** Numbers that stand in no order, such as an embedding, look like a series. */
    private static final Map<String, Object> UNORDERED = Map.of(Knobs.SERIES_ENCODER, Knobs.VECTOR, Knobs.DROPOUT, 0.3);

    /** Few pictures and sounds tell more of typical patches than of what convolutions must learn, and sooner. */
    private static final Map<String, Object> PATCHED = Map.of(
            Knobs.IMAGE_ENCODER,
            Knobs.PATCHES,
            Knobs.AUDIO_ENCODER,
            Knobs.PATCHES,
            Knobs.LEARNING_RATE,
            1e-3,
            Knobs.DROPOUT,
            0.5,
            Knobs.WEIGHT_DECAY,
            1e-2);

    /** Few sounds tell most by what they are like on the whole; numbers from 5 folds of 102 voices and of 339 moods. */
    private static final Map<String, Object> WHOLE = Map.of(
            Knobs.IMAGE_ENCODER,
            Knobs.PATCHES,
            Knobs.AUDIO_ENCODER,
            Knobs.FUNCTIONALS,
            Knobs.AUDIO_WIDTH,
            32,
            Knobs.WEIGHT_DECAY,
            1e-2);

    /** Leans towards the first task, so that the recipe is not the equal one again. */
    private static final double LEAN = 0.7;

    private static final List<Map<String, Object>> RECIPES = List.of(
            Map.of(),
            Map.of(Knobs.FUSION, "late", Knobs.SERIES_ENCODER, Knobs.TCN, Knobs.TEXT_NGRAMS, 2, Knobs.IMAGE_SIZE, 128),
            Map.of(
                    Knobs.FUSION, "gated",
                    Knobs.DROPOUT, 0.4,
                    Knobs.IMAGE_WIDTH, 8,
                    Knobs.IMAGE_BLOCKS, 3,
                    Knobs.AUDIO_WIDTH, 8),
            Map.of(
                    Knobs.LOSS_WEIGHTING,
                    "static",
                    Knobs.DROPOUT,
                    0.3,
                    Knobs.MODALITY_DROPOUT,
                    0.1,
                    Knobs.IMAGE_BLOCKS,
                    3),
            Map.of(
                    Knobs.FUSION,
                    "average",
                    Knobs.LOSS_WEIGHTING,
                    "uncertainty",
                    Knobs.DROPOUT,
                    0.3,
                    Knobs.BATCH,
                    32,
                    Knobs.TABLE_COLUMNS,
                    "all"),
            Map.of(
                    Knobs.FUSION,
                    "weighted",
                    Knobs.TEXT_ENCODER,
                    Knobs.MEAN,
                    Knobs.WEIGHT_DECAY,
                    1e-2,
                    Knobs.TABLE_DEPTH,
                    2));

    /** Tables alone: of few rows, many columns are best added up, and no single one believed. */
    private static final Map<String, Object> STRAIGHT = Map.of(
            Knobs.TABLE_ENCODER,
            Knobs.LINEAR,
            Knobs.TABLE_COLUMNS,
            "all",
            Knobs.DROPOUT,
            0.1,
            Knobs.WEIGHT_DECAY,
            1e-1,
            Knobs.HEAD,
            0);

    /** Columns that are steps of one measurement, as series are read. */
    private static final Map<String, Object> STEPS = Map.of(
            Knobs.TABLE_ENCODER,
            Knobs.MINIROCKET,
            Knobs.TABLE_COLUMNS,
            "all",
            Knobs.LEARNING_RATE,
            1e-3,
            Knobs.DROPOUT,
            0.2,
            Knobs.HEAD,
            0);

    private FirstTrials() {}

    /**
     * The recipes as assignments of this space, each once; a choice that the space does not offer becomes its first one, a number the middle one.
     *
     * @param facts what the space depends on
     */
    public static List<Assignment> of(SearchSpace space, DataFacts facts) {
        var recipes = new ArrayList<>(RECIPES);
        if (numbers(space) && offers(space, Knobs.TABLE_ENCODER, Knobs.LINEAR)) {
            recipes.add(1, STRAIGHT);
        }
        if (offers(space, Knobs.TABLE_ENCODER, Knobs.MINIROCKET)) {
            recipes.add(1, STEPS);
        }
        if (!facts.tasks().forecasts() && offers(space, Knobs.SERIES_ENCODER, Knobs.VECTOR)) {
            recipes.add(2, UNORDERED);
        }
        if (offers(space, Knobs.IMAGE_ENCODER, Knobs.PATCHES) || offers(space, Knobs.AUDIO_ENCODER, Knobs.PATCHES)) {
            recipes.add(1, PATCHED);
        }
        if (offers(space, Knobs.AUDIO_ENCODER, Knobs.FUNCTIONALS)) {
            recipes.add(1, WHOLE);
        }
        if (facts.tasks().draws()) {
            recipes.add(1, STILL);
        }
        if (facts.tasks().forecasts()) {
            recipes.add(1, GRADUAL);
        }
        return recipes.stream()
                .map(recipe -> assignment(space, recipe, facts))
                .distinct()
                .toList();
    }

    private static Assignment assignment(SearchSpace space, Map<String, Object> recipe, DataFacts facts) {
        var wanted = new HashMap<String, Object>(BASE);
        if (facts.tasks().forecasts()) {
            wanted.putAll(FORECAST);
        }
        if (space.parameter(Knobs.MEDIA_AUGMENT).isPresent()) {
            wanted.putAll(MEDIA);
        }
        if (facts.media().large()) {
            wanted.put(Knobs.IMAGE_BLOCKS, 4);
        }
        if (space.parameter(Knobs.TEXT_AUGMENT).isPresent()) {
            wanted.putAll(TEXT);
        }
        boolean numbers = numbers(space);
        if (numbers) {
            wanted.putAll(TABLE);
        }
        space.parameter(Knobs.IMAGE_SIZE).ifPresent(size -> wanted.put(Knobs.IMAGE_SIZE, size.at(0)));
        space.parameter(Knobs.EPOCHS).ifPresent(epochs -> wanted.put(Knobs.EPOCHS, epochs.at(numbers ? 1 : 0)));
        space.parameters().stream()
                .map(Parameter::name)
                .filter(name -> name.startsWith(Knobs.WEIGHT))
                .findFirst()
                .ifPresent(name -> wanted.put(name, LEAN));
        wanted.putAll(recipe);
        if (facts.tasks().draws()) {
            wanted.putAll(DRAWN);
        }
        return space.assign(parameter -> value(parameter, wanted(wanted, parameter.name())));
    }

    /** Whether there is nothing but tables. */
    private static boolean numbers(SearchSpace space) {
        return space.parameter(Knobs.MEDIA_AUGMENT).isEmpty()
                && space.parameter(Knobs.TEXT_AUGMENT).isEmpty()
                && space.parameter(Knobs.SERIES_ENCODER).isEmpty();
    }

    private static boolean offers(SearchSpace space, String name, String choice) {
        return space.parameter(name)
                .filter(parameter -> parameter.accept(choice).isPresent())
                .isPresent();
    }

    /** What is wanted of a parameter, else of all that begin like it. */
    private static @Nullable Object wanted(Map<String, Object> wanted, String name) {
        var own = wanted.get(name);
        return own == null && name.contains(".") ? wanted.get(name.substring(0, name.indexOf('.'))) : own;
    }

    private static Object value(Parameter parameter, @Nullable Object wanted) {
        return Stream.ofNullable(wanted)
                .flatMap(value -> parameter.accept(value).stream())
                .findFirst()
                .orElseGet(() -> parameter.ordered() ? parameter.at(0.5) : parameter.valueAt(0));
    }
}
