package io.polyphony.backend.experiment.space;

import static io.polyphony.backend.experiment.space.Line.dropout;
import static io.polyphony.backend.experiment.space.Line.special;
import static io.polyphony.backend.experiment.space.Line.usual;

import io.polyphony.engine.encoder.MiniRocket;
import io.polyphony.engine.encoder.SeriesLinear;
import io.polyphony.engine.encoder.SeriesMeans;
import io.polyphony.engine.encoder.SeriesRecurrent;
import io.polyphony.engine.encoder.SeriesResNet;
import io.polyphony.engine.encoder.SeriesTcn;
import io.polyphony.engine.encoder.SeriesTransformer;
import io.polyphony.engine.encoder.SeriesVector;
import io.polyphony.engine.layer.Recurrent;
import io.polyphony.hpo.space.Assignment;
import java.util.List;

/** How series may be encoded. */
final class SeriesEncoders {
    private static final int BLOCKS = 4;
    /** An embedding is none without its first numbers, while of a series the last steps say most. */
    private static final int MOST_NUMBERS = 8192;

    /** A fifth of what the paper takes, which is enough for a small network on top. */
    static final int ANSWERS = 84 * 24;

    static final List<Line> LINES = List.of(
            usual(
                    Knobs.TCN,
                    "TCN",
                    "Convolutions over wider and wider spans of time: quick, and sees short and long patterns.",
                    a -> new SeriesTcn(steps(a), width(a), BLOCKS, dropout(a))),
            usual(
                    Knobs.VECTOR,
                    "All numbers at once through a small network: for an embedding that was made elsewhere.",
                    a -> new SeriesVector(MOST_NUMBERS, 2 * width(a), 1, dropout(a))),
            usual(
                    Knobs.LINEAR,
                    "One linear map over time, the same for every channel: for forecasts hard to beat, and hard to overfit.",
                    a -> a.has(Knobs.SERIES_WIDTH)
                            ? new SeriesLinear(steps(a), width(a), dropout(a))
                            : new SeriesMeans(steps(a), dropout(a))),
            special(
                    "resnet",
                    "ResNet",
                    "A residual network along time: finer patterns than the first one finds, for more time.",
                    a -> new SeriesResNet(steps(a), width(a), 1, dropout(a))),
            special(
                    Knobs.GRU,
                    "GRU",
                    "Reads step by step in both directions and remembers: for short series whose order matters.",
                    a -> new SeriesRecurrent(Recurrent.Kind.GRU, steps(a), width(a), true, dropout(a))),
            special(
                    Knobs.TRANSFORMER,
                    "Patches of sixteen steps attend to each other: for long series and some thousand rows.",
                    a -> new SeriesTransformer(steps(a), 2 * width(a), 2, dropout(a))),
            usual(
                    Knobs.MINIROCKET,
                    "MiniRocket",
                    "How often 84 fixed kernels answer at many scales (MiniRocket): learns little, so that few rows are enough.",
                    a -> new MiniRocket(steps(a), answers(a), 2 * width(a), dropout(a))));

    private SeriesEncoders() {}

    private static int steps(Assignment a) {
        return a.integer(Knobs.SERIES_LENGTH);
    }

    /** Trials of before there was a choice had all. */
    private static int answers(Assignment a) {
        return a.has(Knobs.SERIES_ANSWERS) ? a.integer(Knobs.SERIES_ANSWERS) : ANSWERS;
    }

    private static int width(Assignment a) {
        return a.integer(Knobs.SERIES_WIDTH);
    }
}
