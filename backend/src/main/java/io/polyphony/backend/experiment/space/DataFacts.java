package io.polyphony.backend.experiment.space;

import io.polyphony.engine.data.Modality;
import java.util.List;

/**
 * What the default space depends on.
 *
 * @param modalities of the inputs, one entry per input
 * @param tasks names of the tasks
 * @param classification whether any task has classes
 * @param rows of the train split, about
 * @param words of the longest texts, about; 0 without text
 * @param pixels of the pictures' longer side; 0 without pictures
 * @param channels of the pictures: 1 where all are grey, 3 where some are coloured, 0 where that is unknown
 * @param seconds of the longest recordings; 0 without audio
 * @param sampleRate of the recordings in Hz; 0 without audio
 * @param draws whether masks or boxes are to be drawn on pictures
 * @param counts whether there are pictures and something to count
 * @param forecasts whether the tasks are what comes next of columns over time
 */
public record DataFacts(
        List<Modality> modalities,
        List<String> tasks,
        boolean classification,
        long rows,
        int words,
        int pixels,
        int channels,
        double seconds,
        int sampleRate,
        boolean draws,
        boolean counts,
        boolean forecasts) {
    public DataFacts {
        modalities = List.copyOf(modalities);
        tasks = List.copyOf(tasks);
    }

    /** Of data without forecasts and counts. */
    DataFacts(
            List<Modality> modalities,
            List<String> tasks,
            boolean classification,
            long rows,
            int words,
            int pixels,
            int channels,
            double seconds,
            int sampleRate,
            boolean draws) {
        this(
                modalities,
                tasks,
                classification,
                rows,
                words,
                pixels,
                channels,
                seconds,
                sampleRate,
                draws,
                false,
                false);
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
        return tasks.size() > 1;
    }
}
