package io.polyphony.backend.experiment.space;

import io.polyphony.engine.data.Modality;
import java.util.List;

/**
 * What the default space depends on.
 *
 * @param modalities of the inputs, one entry per input
 * @param rows of the train split, about
 */
public record DataFacts(List<Modality> modalities, TaskFacts tasks, long rows, MediaFacts media) {
    public DataFacts {
        modalities = List.copyOf(modalities);
    }

    /** Whether an encoder that was uploaded may read such inputs: it does not show at every scale what it sees, as drawing needs. */
    public boolean takesUploaded(Modality modality) {
        return modality != Modality.IMAGE || !tasks.draws();
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
