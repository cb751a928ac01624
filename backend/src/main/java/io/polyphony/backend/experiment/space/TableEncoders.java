package io.polyphony.backend.experiment.space;

import static io.polyphony.backend.experiment.space.Line.dropout;
import static io.polyphony.backend.experiment.space.Line.special;
import static io.polyphony.backend.experiment.space.Line.usual;

import io.polyphony.engine.data.Screening;
import io.polyphony.engine.data.TabularFeatures;
import io.polyphony.engine.encoder.FtTransformer;
import io.polyphony.engine.encoder.RealMlp;
import io.polyphony.engine.encoder.TabularLinear;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.encoder.TabularRocket;
import io.polyphony.engine.layer.NumberEmbedding;
import io.polyphony.hpo.space.Assignment;
import java.util.List;
import java.util.Locale;

/** How tables may be encoded. */
final class TableEncoders {
    private static final int WAVES = 16;

    static final List<Line> LINES = List.of(
            usual(
                    "mlp",
                    "MLP",
                    "Scaled numbers and embedded categories through a small network: quick and sturdy.",
                    a -> new TabularMlp(width(a), depth(a), dropout(a), columns(a))),
            usual(
                    "realmlp",
                    "RealMLP",
                    "The same with learned waves of every number, so that it can tell thresholds and bumps.",
                    a -> new RealMlp(width(a), depth(a), WAVES, dropout(a), numbers(a), columns(a))),
            usual(
                    Knobs.LINEAR,
                    "Cells as they are: of a table alone a linear regression, hard to beat where columns are many and rows few.",
                    a -> new TabularLinear(dropout(a), columns(a))),
            usual(
                    Knobs.MINIROCKET,
                    "MiniRocket",
                    "For columns that are steps of one measurement: cells, and how often fixed kernels answer to their course.",
                    a -> new TabularRocket(
                            TabularFeatures.of(false, columns(a)),
                            a.integer(Knobs.TABLE_ANSWERS),
                            2 * width(a),
                            dropout(a))),
            special(
                    "ft-transformer",
                    "FT-Transformer",
                    "Every cell is a token and cells attend to each other: strong on some thousand rows, and slow.",
                    a -> new FtTransformer(width(a), depth(a), WAVES, dropout(a), numbers(a), columns(a))));

    private TableEncoders() {}

    private static NumberEmbedding numbers(Assignment a) {
        return NumberEmbedding.valueOf(a.text(Knobs.TABLE_NUMBERS, "waves").toUpperCase(Locale.ROOT));
    }

    private static Screening columns(Assignment a) {
        return Screening.valueOf(a.text(Knobs.TABLE_COLUMNS, "all").toUpperCase(Locale.ROOT));
    }

    private static int width(Assignment a) {
        return a.integer(Knobs.TABLE_WIDTH);
    }

    private static int depth(Assignment a) {
        return a.integer(Knobs.TABLE_DEPTH);
    }
}
