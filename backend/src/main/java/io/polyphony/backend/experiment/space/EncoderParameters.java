package io.polyphony.backend.experiment.space;

import static io.polyphony.hpo.space.Parameter.ordinal;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.LogMelFeatures;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.PatchFeatures;
import io.polyphony.engine.encoder.ReadOut;
import io.polyphony.hpo.space.CategoricalParameter;
import io.polyphony.hpo.space.OrdinalParameter;
import io.polyphony.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** What may be chosen of encoders: which of those that are allowed, and the sizes of each. */
final class EncoderParameters {
    private static final int MOST_STEPS = 1024;
    private static final int MOST_FRAMES = 512;
    /** Bytes of the sums over patches. */
    private static final long MOST_SUMS = 256L << 20;

    /** Kernels times steps of all rows. */
    private static final long MOST_ANSWERS = 8_000_000_000L;

    private static final int KERNELS = 84;
    /** Steps of long series, as forecasts see them. */
    private static final int LONG = 336;

    private static final int FEWEST_WORDS = 16;
    private static final int MOST_WORDS = 128;

    private static final Map<String, Readers> READERS = Map.of(
            Knobs.IMAGE_LIGHT,
                    new Readers(Modality.IMAGE, List.of(Knobs.CNN, Knobs.PATCHES, Knobs.RESNET_10, Knobs.RESNET_18)),
            Knobs.TEXT_TOKENS, new Readers(Modality.TEXT, List.of(Knobs.TRANSFORMER)),
            Knobs.TABLE_NUMBERS, new Readers(Modality.TABULAR, List.of("realmlp", "ft-transformer")));

    /** The encoders that read a parameter. */
    private record Readers(Modality modality, List<String> encoders) {}

    private EncoderParameters() {}

    /** The parameter that names the encoder of a modality. */
    static String knob(Modality modality) {
        return switch (modality) {
            case TABULAR -> Knobs.TABLE_ENCODER;
            case TEXT -> Knobs.TEXT_ENCODER;
            case IMAGE -> Knobs.IMAGE_ENCODER;
            case AUDIO -> Knobs.AUDIO_ENCODER;
            case SERIES -> Knobs.SERIES_ENCODER;
        };
    }

    /** The parameters of those encoders of a modality that are allowed, at least one. */
    static List<Parameter> of(Modality modality, DataFacts facts, SearchChoices choices) {
        var taken = choices.encoders(modality).stream()
                .filter(name -> facts.takes(modality, name))
                .toList();
        var encoders = taken.size() == 1
                ? taken
                : taken.stream().filter(name -> facts.affords(modality, name)).toList();
        var parameters = new ArrayList<Parameter>();
        parameters.add(new CategoricalParameter(knob(modality), encoders, null));
        parameters.addAll(
                switch (modality) {
                    case TABULAR -> table(facts, encoders);
                    case TEXT -> text(facts, encoders);
                    case IMAGE -> image(facts, choices, encoders);
                    case AUDIO -> audio(facts, encoders);
                    case SERIES -> series(facts, encoders);
                });
        return parameters;
    }

    /** Whether some encoders alone read a parameter. */
    static boolean read(Parameter parameter) {
        return READERS.containsKey(parameter.name());
    }

    /** Whether it depends on what an encoder finds in the data, and is among {@link #of}. */
    static boolean found(Parameter parameter) {
        return parameter.name().equals(Knobs.IMAGE_SIZE);
    }

    /** Whether any encoder that may be tried reads what that knob chooses, or others than encoders do. */
    static boolean read(String knob, Function<Modality, List<String>> encoders) {
        var readers = READERS.get(knob);
        return readers == null || readers.encoders().stream().anyMatch(encoders.apply(readers.modality())::contains);
    }

    /** A parameter that some encoders alone read, depending on them; none where none of them is allowed. */
    static Stream<Parameter> ifRead(Parameter parameter, Function<Modality, List<String>> encoders) {
        var readers = Objects.requireNonNull(READERS.get(parameter.name()), parameter.name());
        var allowed = readers.encoders().stream()
                .filter(encoders.apply(readers.modality())::contains)
                .toArray();
        return allowed.length == 0 ? Stream.empty() : Stream.of(parameter.when(knob(readers.modality()), allowed));
    }

    /** Where there is nothing but the table, it may cost more. */
    private static List<Parameter> table(DataFacts facts, List<String> encoders) {
        var parameters = new ArrayList<Parameter>(
                facts.tablesOnly()
                        ? List.of(ordinal(Knobs.TABLE_WIDTH, 64, 128, 256), ordinal(Knobs.TABLE_DEPTH, 1, 2, 3))
                        : List.of(ordinal(Knobs.TABLE_WIDTH, 64, 128), ordinal(Knobs.TABLE_DEPTH, 1, 2)));
        add(
                parameters,
                ordinal(Knobs.TABLE_ANSWERS, answers(facts.rows(), facts.steps())),
                Knobs.TABLE_ENCODER,
                encoders,
                Knobs.MINIROCKET);
        return parameters;
    }

    /** As many as are found within some seconds, and kept within as much memory as other sums. */
    private static int answers(long rows, long steps) {
        long known = Math.max(1, rows);
        long most = Math.min(MOST_ANSWERS / (known * Math.max(1, steps)), MOST_SUMS / (Float.BYTES * known));
        return Math.clamp(most / KERNELS * KERNELS, KERNELS, SeriesEncoders.ANSWERS);
    }

    private static List<Parameter> text(DataFacts facts, List<String> encoders) {
        var parameters = new ArrayList<Parameter>();
        parameters.add(ordinal(Knobs.TEXT_DIMENSION, 32, 64, 128));
        parameters.add(ordinal(Knobs.TEXT_LENGTH, Math.clamp(facts.media().words(), 8, 256)));
        add(parameters, ordinal(Knobs.TEXT_NGRAMS, 1, 2), Knobs.TEXT_ENCODER, encoders, Knobs.TFIDF);
        add(parameters, ordinal(Knobs.TEXT_DIRECTIONS, 1, 2), Knobs.TEXT_ENCODER, encoders, Knobs.GRU, Knobs.LSTM);
        add(parameters, ordinal(Knobs.TEXT_DEPTH, 1, 2), Knobs.TEXT_ENCODER, encoders, Knobs.TRANSFORMER);
        return parameters;
    }

    private static List<Parameter> image(DataFacts facts, SearchChoices choices, List<String> encoders) {
        var parameters = new ArrayList<>(ImageSizes.parameters(facts, choices.training(Knobs.IMAGE_SIZE)));
        parameters.add(ordinal(Knobs.IMAGE_CHANNELS, facts.media().channels() == 1 ? 1 : 3));
        // What draws works at every scale, so that it is slower and must look further.
        parameters.add(
                facts.tasks().draws() ? ordinal(Knobs.IMAGE_WIDTH, 8, 12, 24) : ordinal(Knobs.IMAGE_WIDTH, 8, 16, 32));
        add(
                parameters,
                facts.tasks().draws() || facts.media().large()
                        ? ordinal(Knobs.IMAGE_BLOCKS, 3, 4)
                        : ordinal(Knobs.IMAGE_BLOCKS, 2, 3),
                Knobs.IMAGE_ENCODER,
                encoders,
                Knobs.CNN);
        add(
                parameters,
                ordinal(Knobs.IMAGE_WORDS, words(facts, Modality.IMAGE)),
                Knobs.IMAGE_ENCODER,
                encoders,
                Knobs.PATCHES);
        var cells = ordinal(Knobs.IMAGE_CELLS, ReadOut.CELLS);
        add(parameters, cells, Knobs.IMAGE_ENCODER, encoders, Knobs.RESNET_10, Knobs.RESNET_18);
        return parameters;
    }

    /** As many as the sums of all rows leave room for in memory. */
    private static int words(DataFacts facts, Modality of) {
        long inputs =
                facts.modalities().stream().filter(modality -> modality == of).count();
        long room = MOST_SUMS / (PatchFeatures.SUMS * Float.BYTES * Math.max(1, facts.rows() * inputs));
        return Math.clamp(Long.highestOneBit(Math.max(1, room)), FEWEST_WORDS, MOST_WORDS);
    }

    private static List<Parameter> audio(DataFacts facts, List<String> encoders) {
        var parameters = new ArrayList<Parameter>();
        parameters.add(ordinal(Knobs.AUDIO_RATE, Math.clamp(facts.media().sampleRate(), 4000, 16_000)));
        parameters.add(ordinal(Knobs.AUDIO_FRAMES, frames(facts.media().seconds())));
        parameters.add(ordinal(Knobs.AUDIO_WIDTH, 8, 16, 32));
        add(
                parameters,
                ordinal(Knobs.AUDIO_WORDS, words(facts, Modality.AUDIO)),
                Knobs.AUDIO_ENCODER,
                encoders,
                Knobs.PATCHES);
        add(parameters, ordinal(Knobs.AUDIO_BLOCKS, 2, 3), Knobs.AUDIO_ENCODER, encoders, Knobs.CNN, Knobs.CRNN);
        return parameters;
    }

    /** A forecast has a linear map of its own past already (NLinear): what a linear encoder adds to it has no width. */
    private static List<Parameter> series(DataFacts facts, List<String> encoders) {
        var width = ordinal(Knobs.SERIES_WIDTH, 16, 32, 64);
        var parameters = new ArrayList<Parameter>();
        parameters.add(ordinal(Knobs.SERIES_LENGTH, MOST_STEPS));
        var answers = ordinal(Knobs.SERIES_ANSWERS, answers(facts.rows(), LONG));
        add(parameters, answers, Knobs.SERIES_ENCODER, encoders, Knobs.MINIROCKET);
        if (facts.tasks().forecasts()) {
            var others = encoders.stream().filter(name -> !name.equals(Knobs.LINEAR));
            add(parameters, width, Knobs.SERIES_ENCODER, encoders, others.toArray(String[]::new));
        } else {
            parameters.add(width);
        }
        return parameters;
    }

    /** A parameter that only some encoders read, where one of them is allowed. */
    private static void add(
            List<Parameter> parameters,
            OrdinalParameter parameter,
            String knob,
            List<String> encoders,
            String... readers) {
        var allowed = List.of(readers).stream().filter(encoders::contains).toArray();
        if (allowed.length > 0) {
            parameters.add(parameter.when(knob, allowed));
        }
    }

    /** As many frames as hear all of it, in steps of eight so that halving them three times leaves no remainder. */
    private static int frames(double seconds) {
        return Math.clamp((long) Math.ceil(seconds / LogMelFeatures.hop(seconds) / 8) * 8, 16, MOST_FRAMES);
    }
}
