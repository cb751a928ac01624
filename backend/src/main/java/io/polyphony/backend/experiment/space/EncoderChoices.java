package io.polyphony.backend.experiment.space;

import static io.polyphony.hpo.space.Parameter.categorical;
import static io.polyphony.hpo.space.Parameter.ordinal;

import io.polyphony.engine.data.Modality;
import io.polyphony.engine.encoder.AudioCnn;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.encoder.MeanEmbedding;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.encoder.TfidfText;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import java.util.List;

/** How each modality may be encoded, the parameters of that, and what an assignment becomes. */
public final class EncoderChoices {
    private static final int VOCABULARY = 20_000;
    private static final int BUCKETS = 1 << 15;
    private static final int MELS = 40;

    private EncoderChoices() {}

    static List<Parameter> parameters(Modality modality, DataFacts facts) {
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

    /** The encoder of an assignment for inputs of that modality. */
    public static EncoderSpec spec(Modality modality, Assignment a) {
        return switch (modality) {
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

    private static double dropout(Assignment a) {
        return a.real(Knobs.DROPOUT);
    }
}
