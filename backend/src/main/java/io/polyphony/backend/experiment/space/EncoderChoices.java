package io.polyphony.backend.experiment.space;

import static io.polyphony.backend.experiment.space.Line.special;
import static io.polyphony.backend.experiment.space.Line.usual;
import static io.polyphony.engine.data.Modality.AUDIO;
import static io.polyphony.engine.data.Modality.IMAGE;
import static io.polyphony.engine.data.Modality.SERIES;
import static io.polyphony.engine.data.Modality.TABULAR;
import static io.polyphony.engine.data.Modality.TEXT;

import io.polyphony.engine.data.FrozenFeatures;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.encoder.AudioCnn;
import io.polyphony.engine.encoder.AudioCrnn;
import io.polyphony.engine.encoder.AudioResNet;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.FrozenEncoder;
import io.polyphony.engine.encoder.FtTransformer;
import io.polyphony.engine.encoder.MeanEmbedding;
import io.polyphony.engine.encoder.MiniRocket;
import io.polyphony.engine.encoder.RealMlp;
import io.polyphony.engine.encoder.SeriesLinear;
import io.polyphony.engine.encoder.SeriesMeans;
import io.polyphony.engine.encoder.SeriesRecurrent;
import io.polyphony.engine.encoder.SeriesResNet;
import io.polyphony.engine.encoder.SeriesTcn;
import io.polyphony.engine.encoder.SeriesTransformer;
import io.polyphony.engine.encoder.SeriesVector;
import io.polyphony.engine.encoder.TabularLinear;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.encoder.TextCnn;
import io.polyphony.engine.encoder.TextRecurrent;
import io.polyphony.engine.encoder.TextTransformer;
import io.polyphony.engine.encoder.TfidfText;
import io.polyphony.engine.layer.NumberEmbedding;
import io.polyphony.engine.layer.Recurrent;
import io.polyphony.hpo.space.Assignment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How each modality may be encoded. To add an encoder: its line in {@link #LINES}. */
public final class EncoderChoices {
    private static final int VOCABULARY = 20_000;
    private static final int PIECES = 4000;
    private static final int BUCKETS = 1 << 15;
    private static final int MELS = 40;
    private static final int WAVES = 16;
    private static final int UNITS = 64;
    private static final int BLOCKS = 4;
    private static final int FROZEN_WIDTH = 128;
    /** A fifth of what the paper takes, which is enough for a small network on top. */
    private static final int ANSWERS = 84 * 24;

    /** The first line of a modality is what an assignment means that does not say. */
    private static final List<Line> LINES = List.of(
            usual(
                    TABULAR,
                    "mlp",
                    "MLP",
                    "Scaled numbers and embedded categories through a small network: quick and sturdy.",
                    a -> new TabularMlp(tableWidth(a), tableDepth(a), dropout(a))),
            usual(
                    TABULAR,
                    "realmlp",
                    "RealMLP",
                    "The same with learned waves of every number, so that it can tell thresholds and bumps.",
                    a -> new RealMlp(tableWidth(a), tableDepth(a), WAVES, dropout(a), numbers(a))),
            usual(
                    TABULAR,
                    Knobs.LINEAR,
                    "Cells as they are: of a table alone a linear regression, hard to beat where columns are many and rows few.",
                    a -> new TabularLinear(dropout(a))),
            special(
                    TABULAR,
                    "ft-transformer",
                    "FT-Transformer",
                    "Every cell is a token and cells attend to each other: strong on some thousand rows, and slow.",
                    a -> new FtTransformer(tableWidth(a), tableDepth(a), WAVES, dropout(a), numbers(a))),
            usual(
                    TEXT,
                    Knobs.TFIDF,
                    "TF-IDF",
                    "Which words are rare and there (TF-IDF), weighed by a learned matrix: the best start on little data.",
                    a -> new TfidfText(BUCKETS, length(a), 1, dimension(a), 0)),
            usual(
                    TEXT,
                    Knobs.MEAN,
                    "The mean of learned word vectors: words of like meaning help each other, their order is lost.",
                    a -> new MeanEmbedding(VOCABULARY, length(a), dimension(a), 0)),
            special(
                    TEXT,
                    Knobs.CNN,
                    "CNN",
                    "Looks for phrases of three to five words anywhere in the text: quick, and knows short order.",
                    a -> new TextCnn(VOCABULARY, length(a), dimension(a), dimension(a), dropout(a))),
            special(
                    TEXT,
                    Knobs.GRU,
                    "GRU",
                    "Reads word by word and remembers (gated recurrent units): knows order, wants some thousand texts.",
                    a -> recurrent(Recurrent.Kind.GRU, a)),
            special(
                    TEXT,
                    Knobs.LSTM,
                    "LSTM",
                    "Reads word by word with a longer memory than the GRU has, for a third more time.",
                    a -> recurrent(Recurrent.Kind.LSTM, a)),
            special(
                    TEXT,
                    Knobs.TRANSFORMER,
                    "Words attend to each other: finds what belongs together however far apart, wants many texts.",
                    EncoderChoices::transformer),
            usual(
                    IMAGE,
                    Knobs.CNN,
                    "CNN",
                    "A few convolutions and where in the picture they answer: quick, and good on small pictures.",
                    ImageEncoders::cnn),
            special(
                    IMAGE,
                    "resnet10",
                    "ResNet-10",
                    "A residual network of ten layers: learns finer features than the small one, for several times the time.",
                    a -> ImageEncoders.residual(1, a)),
            special(
                    IMAGE,
                    "resnet18",
                    "ResNet-18",
                    "A residual network of eighteen layers: for some ten thousand pictures or more.",
                    a -> ImageEncoders.residual(2, a)),
            usual(
                    AUDIO,
                    Knobs.CNN,
                    "CNN",
                    "A few convolutions over the spectrogram, averaged over time: quick, and good on short sounds.",
                    a -> new AudioCnn(
                            MELS, frames(a), rate(a), audioWidth(a), a.integer(Knobs.AUDIO_BLOCKS), dropout(a))),
            special(
                    AUDIO,
                    Knobs.CRNN,
                    "CRNN",
                    "Convolutions over the spectrogram, then a memory over time: for sounds whose order matters.",
                    a -> new AudioCrnn(
                            MELS, frames(a), rate(a), audioWidth(a), a.integer(Knobs.AUDIO_BLOCKS), UNITS, dropout(a))),
            special(
                    AUDIO,
                    "resnet10",
                    "ResNet-10",
                    "A residual network of ten layers over the spectrogram: finer features, for several times the time.",
                    a -> new AudioResNet(MELS, frames(a), rate(a), audioWidth(a), 1, dropout(a))),
            usual(
                    SERIES,
                    Knobs.TCN,
                    "TCN",
                    "Convolutions over wider and wider spans of time: quick, and sees short and long patterns.",
                    a -> new SeriesTcn(steps(a), seriesWidth(a), BLOCKS, dropout(a))),
            usual(
                    SERIES,
                    "vector",
                    "All numbers at once through a small network: for an embedding that was made elsewhere.",
                    a -> new SeriesVector(steps(a), 2 * seriesWidth(a), 1, dropout(a))),
            usual(
                    SERIES,
                    Knobs.LINEAR,
                    "One linear map over time, the same for every channel: for forecasts hard to beat, and hard to overfit.",
                    a -> a.has(Knobs.SERIES_WIDTH)
                            ? new SeriesLinear(steps(a), seriesWidth(a), dropout(a))
                            : new SeriesMeans(steps(a), dropout(a))),
            special(
                    SERIES,
                    "resnet",
                    "ResNet",
                    "A residual network along time: finer patterns than the first one finds, for more time.",
                    a -> new SeriesResNet(steps(a), seriesWidth(a), 1, dropout(a))),
            special(
                    SERIES,
                    Knobs.GRU,
                    "GRU",
                    "Reads step by step in both directions and remembers: for short series whose order matters.",
                    a -> new SeriesRecurrent(Recurrent.Kind.GRU, steps(a), seriesWidth(a), true, dropout(a))),
            special(
                    SERIES,
                    Knobs.TRANSFORMER,
                    "Patches of sixteen steps attend to each other: for long series and some thousand rows.",
                    a -> new SeriesTransformer(steps(a), 2 * seriesWidth(a), 2, dropout(a))),
            usual(
                    SERIES,
                    "minirocket",
                    "MiniRocket",
                    "How often 84 fixed kernels answer at many scales (MiniRocket): learns little, so that few rows are enough.",
                    a -> new MiniRocket(steps(a), ANSWERS, 2 * seriesWidth(a), dropout(a))));

    private EncoderChoices() {}

    /** All of a modality, in the order in which they are shown. */
    public static List<Choice> all(Modality modality) {
        return of(modality).map(Line::choice).toList();
    }

    /**
     * The encoder of an assignment for inputs of that modality.
     *
     * @param uploaded ready-made networks by the names under which they may be chosen
     */
    public static EncoderSpec spec(Modality modality, Assignment a, Map<String, FrozenFeatures> uploaded) {
        var knob = EncoderParameters.knob(modality);
        var frozen = a.has(knob) ? uploaded.get(a.text(knob)) : null;
        return frozen == null ? spec(modality, a) : new FrozenEncoder(frozen, FROZEN_WIDTH, dropout(a));
    }

    /** The encoder of an assignment for inputs of that modality. */
    public static EncoderSpec spec(Modality modality, Assignment a) {
        var knob = EncoderParameters.knob(modality);
        var name = a.has(knob) ? a.text(knob) : all(modality).getFirst().name();
        return of(modality)
                .filter(line -> line.choice().name().equals(name))
                .findFirst()
                .orElseThrow(() -> Choice.unknown("%s encoder".formatted(modality), name, all(modality)))
                .make()
                .apply(a);
    }

    private static Stream<Line> of(Modality modality) {
        return LINES.stream().filter(line -> line.modality() == modality);
    }

    private static EncoderSpec recurrent(Recurrent.Kind kind, Assignment a) {
        boolean both = a.integer(Knobs.TEXT_DIRECTIONS) == 2;
        return new TextRecurrent(kind, VOCABULARY, length(a), dimension(a), dimension(a), both, dropout(a));
    }

    private static EncoderSpec transformer(Assignment a) {
        boolean pieces = a.has(Knobs.TEXT_TOKENS) && a.text(Knobs.TEXT_TOKENS).equals(Knobs.PIECES);
        int tokens = pieces ? length(a) + length(a) / 2 : length(a);
        return new TextTransformer(
                pieces ? PIECES : VOCABULARY, tokens, dimension(a), a.integer(Knobs.TEXT_DEPTH), dropout(a), pieces);
    }

    private static NumberEmbedding numbers(Assignment a) {
        return a.has(Knobs.TABLE_NUMBERS)
                ? NumberEmbedding.valueOf(a.text(Knobs.TABLE_NUMBERS).toUpperCase(Locale.ROOT))
                : NumberEmbedding.WAVES;
    }

    private static int tableWidth(Assignment a) {
        return a.integer(Knobs.TABLE_WIDTH);
    }

    private static int tableDepth(Assignment a) {
        return a.integer(Knobs.TABLE_DEPTH);
    }

    private static int length(Assignment a) {
        return a.integer(Knobs.TEXT_LENGTH);
    }

    private static int dimension(Assignment a) {
        return a.integer(Knobs.TEXT_DIMENSION);
    }

    private static int frames(Assignment a) {
        return a.integer(Knobs.AUDIO_FRAMES);
    }

    private static int rate(Assignment a) {
        return a.integer(Knobs.AUDIO_RATE);
    }

    private static int audioWidth(Assignment a) {
        return a.integer(Knobs.AUDIO_WIDTH);
    }

    private static int steps(Assignment a) {
        return a.integer(Knobs.SERIES_LENGTH);
    }

    private static int seriesWidth(Assignment a) {
        return a.integer(Knobs.SERIES_WIDTH);
    }

    private static double dropout(Assignment a) {
        return a.real(Knobs.DROPOUT);
    }
}
