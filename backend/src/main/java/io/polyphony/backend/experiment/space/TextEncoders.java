package io.polyphony.backend.experiment.space;

import static io.polyphony.backend.experiment.space.Line.dropout;
import static io.polyphony.backend.experiment.space.Line.special;
import static io.polyphony.backend.experiment.space.Line.usual;

import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.MeanEmbedding;
import io.polyphony.engine.encoder.TextCnn;
import io.polyphony.engine.encoder.TextRecurrent;
import io.polyphony.engine.encoder.TextTransformer;
import io.polyphony.engine.encoder.TfidfText;
import io.polyphony.engine.layer.Recurrent;
import io.polyphony.hpo.space.Assignment;
import java.util.List;

/** How texts may be encoded. */
final class TextEncoders {
    private static final int VOCABULARY = 20_000;
    private static final int PIECES = 4000;
    private static final int BUCKETS = 1 << 15;
    /** The heaviest of a text; a bag costs no more for where its words stand. */
    private static final int MOST_TERMS = 1024;

    static final List<Line> LINES = List.of(
            usual(
                    Knobs.TFIDF,
                    "TF-IDF",
                    "Which words are rare and there (TF-IDF), weighed by a learned matrix: the best start on little data.",
                    a -> new TfidfText(BUCKETS, MOST_TERMS, a.integer(Knobs.TEXT_NGRAMS, 1), dimension(a), 0)),
            usual(
                    Knobs.MEAN,
                    "The mean of learned word vectors: words of like meaning help each other, their order is lost.",
                    a -> new MeanEmbedding(VOCABULARY, length(a), dimension(a), 0)),
            special(
                    Knobs.CNN,
                    "CNN",
                    "Looks for phrases of three to five words anywhere in the text: quick, and knows short order.",
                    a -> new TextCnn(VOCABULARY, length(a), dimension(a), dimension(a), dropout(a))),
            special(
                    Knobs.GRU,
                    "GRU",
                    "Reads word by word and remembers (gated recurrent units): knows order, wants some thousand texts.",
                    a -> recurrent(Recurrent.Kind.GRU, a)),
            special(
                    Knobs.LSTM,
                    "LSTM",
                    "Reads word by word with a longer memory than the GRU has, for a third more time.",
                    a -> recurrent(Recurrent.Kind.LSTM, a)),
            special(
                    Knobs.TRANSFORMER,
                    "Words attend to each other: finds what belongs together however far apart, wants many texts.",
                    TextEncoders::transformer));

    private TextEncoders() {}

    private static EncoderSpec recurrent(Recurrent.Kind kind, Assignment a) {
        boolean both = a.integer(Knobs.TEXT_DIRECTIONS) == 2;
        return new TextRecurrent(kind, VOCABULARY, length(a), dimension(a), dimension(a), both, dropout(a));
    }

    private static EncoderSpec transformer(Assignment a) {
        boolean pieces = a.text(Knobs.TEXT_TOKENS, "words").equals(Knobs.PIECES);
        int tokens = pieces ? length(a) + length(a) / 2 : length(a);
        return new TextTransformer(
                pieces ? PIECES : VOCABULARY, tokens, dimension(a), a.integer(Knobs.TEXT_DEPTH), dropout(a), pieces);
    }

    private static int length(Assignment a) {
        return a.integer(Knobs.TEXT_LENGTH);
    }

    private static int dimension(Assignment a) {
        return a.integer(Knobs.TEXT_DIMENSION);
    }
}
