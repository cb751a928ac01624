package io.polyphony.backend.experiment.space;

import io.polyphony.engine.data.Modality;
import java.util.List;

/**
 * What the default space depends on.
 *
 * @param modalities of the inputs, one entry per input
 * @param rows of the train split, about
 * @param columns of tables
 */
public record DataFacts(List<Modality> modalities, TaskFacts tasks, long rows, MediaFacts media, int columns) {
    /** Fewer columns seldom hide what tells something among what does not. */
    private static final int WIDE = 30;

    public DataFacts {
        modalities = List.copyOf(modalities);
    }

    /** Without wide tables. */
    DataFacts(List<Modality> modalities, TaskFacts tasks, long rows, MediaFacts media) {
        this(modalities, tasks, rows, media, 0);
    }

    /** Whether a table has so many columns that a network may drown in those that tell nothing. */
    boolean wide() {
        return columns >= WIDE;
    }

    /** Whether the encoder of that name may read such inputs: drawing needs one that shows at every scale what it sees. */
    public boolean takes(Modality modality, String encoder) {
        return modality != Modality.IMAGE || !tasks.draws() || ImageEncoders.DRAWING.contains(encoder);
    }

    boolean has(Modality modality) {
        return modalities.contains(modality);
    }

    /** Whether there is nothing but numbers and categories. */
    boolean tablesOnly() {
        return modalities.stream().allMatch(modality -> modality == Modality.TABULAR);
    }

    boolean fuses() {
        return modalities.size() > 1;
    }

    boolean shares() {
        return tasks.names().size() > 1;
    }
}
