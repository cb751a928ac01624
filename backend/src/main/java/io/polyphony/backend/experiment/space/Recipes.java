package io.polyphony.backend.experiment.space;

import java.util.List;
import java.util.Map;

/**
 * What first trials are like, by what data and tasks have. Their numbers were measured on reviews (text and table) and on digits
 * (pictures and recordings), where nothing else is said.
 */
final class Recipes {
    /** What every recipe starts from; a recipe names what it does otherwise. */
    static final Map<String, Object> BASE = Map.ofEntries(
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
    static final Map<String, Object> MEDIA = Map.of(Knobs.LEARNING_RATE, 3e-3, Knobs.BATCH, 32);

    /** Every pixel is a row, and so steps are of few pictures; what is to be drawn at one place is told by what lies far from it. */
    static final Map<String, Object> DRAWN = Map.of(Knobs.IMAGE_WIDTH, 12, Knobs.IMAGE_BLOCKS, 4, Knobs.BATCH, 16);

    /**
     * What stays where it was is learnt in fewer passes (of 367 streets in a minute an IoU of .39 in place of .35), and soon
     * enough by larger steps (of 205 smears of blood a score of .81 in place of .76).
     */
    static final Map<String, Object> STILL = Map.of(Knobs.MEDIA_AUGMENT, 0.0, Knobs.LEARNING_RATE, 6e-3);

    /** Words are many and rows few: what is learnt of single words does not last. */
    static final Map<String, Object> TEXT = Map.of(Knobs.DROPOUT, 0.4, Knobs.TEXT_AUGMENT, 2.0);

    /** Numbers alone: thresholds and bumps, learnt in many steps. */
    static final Map<String, Object> TABLE = Map.of(
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
    static final Map<String, Object> FORECAST = Map.of(
            Knobs.FORECAST_START,
            "fitted",
            Knobs.FORECAST_PAST,
            1.0,
            Knobs.FORECAST_INPUTS,
            Knobs.ALL,
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

    /** Series of very different size teach each other only where each counts in a unit of its own. */
    static final Map<String, Object> EVENLY = Map.of(Knobs.FORECAST_UNIT, Knobs.EVEN);

    /** What is soon forgotten is told with less chance by its last steps. */
    static final Map<String, Object> NEAR = Map.of(Knobs.FORECAST_PAST, 0.25, Knobs.FORECAST_INPUTS, Knobs.PAST);

    /** Turns and levels of loads and prices: of 8 regions, 1000 hours each, a score of .54 where lines had .43. */
    static final Map<String, Object> KERNELS = Map.of(
            Knobs.SERIES_ENCODER,
            Knobs.MINIROCKET,
            Knobs.SERIES_WIDTH,
            32,
            Knobs.FORECAST_UNIT,
            "window",
            Knobs.DROPOUT,
            0.1,
            Knobs.WEIGHT_DECAY,
            1e-2);

    /** Every step has a weight of its own: what a line cannot tell of the last few. */
    static final Map<String, Object> NUMBERS = Map.of(
            Knobs.SERIES_ENCODER,
            Knobs.VECTOR,
            Knobs.SERIES_WIDTH,
            64,
            Knobs.FORECAST_UNIT,
            "window",
            Knobs.LEARNING_RATE,
            5e-4);

    /** Near steps of several columns are told better by a map that is learnt with the rest. */
    static final Map<String, Object> GRADUAL = Map.of(
            Knobs.FORECAST_START,
            "repeated",
            Knobs.FORECAST_INPUTS,
            Knobs.PAST,
            Knobs.LEARNING_RATE,
            1e-3,
            Knobs.FORECAST_PAST,
            0.5);

    /** Numbers that stand in no order, such as an embedding, look like a series. */
    static final Map<String, Object> UNORDERED = Map.of(Knobs.SERIES_ENCODER, Knobs.VECTOR, Knobs.DROPOUT, 0.3);

    /** Few pictures and sounds tell more of typical patches than of what convolutions must learn, and sooner. */
    static final Map<String, Object> PATCHED = Map.of(
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
    static final Map<String, Object> WHOLE = Map.of(
            Knobs.IMAGE_ENCODER,
            Knobs.PATCHES,
            Knobs.AUDIO_ENCODER,
            Knobs.FUNCTIONALS,
            Knobs.AUDIO_WIDTH,
            32,
            Knobs.WEIGHT_DECAY,
            1e-2);

    static final List<Map<String, Object>> FOR_ALL = List.of(
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
    static final Map<String, Object> STRAIGHT = Map.of(
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

    /** Amounts of very different size, and what they add up to. */
    static final Map<String, Object> LINED = Map.of(Knobs.NUMBER_LINE, Knobs.FITTED);

    /** Columns that are steps of one measurement, as series are read. */
    static final Map<String, Object> STEPS = Map.of(
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

    private Recipes() {}
}
