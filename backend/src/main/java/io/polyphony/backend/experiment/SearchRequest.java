package io.polyphony.backend.experiment;

import io.polyphony.backend.experiment.space.EncoderChoices;
import io.polyphony.backend.experiment.space.TrainingKnob;
import io.polyphony.engine.data.Modality;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the search may choose. Every member may be left out.
 *
 * @param fusions names of {@link SearchChoices#FUSIONS}; null: the usual ones
 * @param lossWeightings names of {@link SearchChoices#LOSS_WEIGHTINGS}; null: the usual ones
 * @param encoders by modality, names of {@link EncoderChoices#all}; null or a modality left out: the usual ones
 * @param training by the name of a {@link TrainingKnob} what it may be, by its parameter's (such as {@code head_rate.rating}) what
 *     that one may be; null or left out: the usual ones
 * @param sampler what proposes trials; one of {@link SearchChoices#samplers}; null: the recommended one
 * @param pruner what stops poor trials early; one of {@link SearchChoices#pruners}; null: the recommended one
 * @param prunerSettings numbers that the pruner is given, by name, such as {@code {"share": 0.3}} for {@code percentile}; for
 *     {@code threshold}, by the name of an objective, the worst value that goes on; null or left out: as usual
 * @param referees whether to train single-task and single-modality trials for comparison; null: yes
 * @param epochs most epochs of a trial, 1..1000; null: chosen by the number of rows
 * @param scalarization one of {@link SearchChoices#scalarizations}; null: several objectives stay several
 * @param warmStart whether to begin with what did well in earlier experiments of the project as well; null: yes
 */
public record SearchRequest(
        @Nullable List<String> fusions,
        @Nullable List<String> lossWeightings,
        @Nullable Map<Modality, List<String>> encoders,
        @Nullable Map<String, List<String>> training,
        @Nullable String sampler,
        @Nullable String pruner,
        @Nullable Map<String, Double> prunerSettings,
        @Nullable Boolean referees,
        @Nullable Integer epochs,
        @Nullable String scalarization,
        @Nullable Boolean warmStart) {

    /** Training as the platform sees fit, and as many objectives as there are. */
    public SearchRequest(
            @Nullable List<String> fusions,
            @Nullable List<String> lossWeightings,
            @Nullable Map<Modality, List<String>> encoders,
            @Nullable String sampler,
            @Nullable String pruner,
            @Nullable Boolean referees,
            @Nullable Integer epochs) {
        this(fusions, lossWeightings, encoders, null, sampler, pruner, null, referees, epochs, null, null);
    }

    /** Everything as the platform sees fit. */
    public static SearchRequest defaults() {
        return new SearchRequest(null, null, null, null, null, null, null);
    }
}
