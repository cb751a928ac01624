package io.polyphony.backend.experiment.space;

import io.polyphony.engine.data.Modality;
import java.util.List;

/**
 * What the default space depends on.
 *
 * @param modalities of the inputs, one entry per input
 * @param rows of the train split, about
 * @param columns of tables
 * @param steps columns that are steps of one measurement, of all of its channels; 0 where there are none
 */
public record DataFacts(
        List<Modality> modalities, TaskFacts tasks, long rows, MediaFacts media, int columns, int steps) {
    /** Fewer columns seldom hide what tells something among what does not. */
    private static final int WIDE = 30;
    /** Steps of all rows: 160 MB. */
    private static final long MOST_STEPS = 40_000_000;

    public DataFacts {
        modalities = List.copyOf(modalities);
    }

    /** Without columns that are steps. */
    public DataFacts(List<Modality> modalities, TaskFacts tasks, long rows, MediaFacts media, int columns) {
        this(modalities, tasks, rows, media, columns, 0);
    }

    /** Without wide tables. */
    DataFacts(List<Modality> modalities, TaskFacts tasks, long rows, MediaFacts media) {
        this(modalities, tasks, rows, media, 0, 0);
    }

    /** Whether a table has so many columns that a network may drown in those that tell nothing. */
    boolean wide() {
        return columns >= WIDE;
    }

    /**
     * Whether the encoder of that name may read such inputs: drawing needs one that shows at every scale what it sees, and kernels answer to
     * columns that are steps of one measurement.
     */
    public boolean takes(Modality modality, String encoder) {
        return switch (modality) {
            case IMAGE -> !tasks.draws() || ImageEncoders.DRAWING.contains(encoder);
            case TABULAR -> !encoder.equals(Knobs.MINIROCKET) || steps > 0;
            case TEXT, AUDIO, SERIES -> true;
        };
    }

    /** Whether what such an encoder keeps of all rows fits into memory beside other trials'. */
    boolean affords(Modality modality, String encoder) {
        return modality != Modality.TABULAR || !encoder.equals(Knobs.MINIROCKET) || steps * rows <= MOST_STEPS;
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
