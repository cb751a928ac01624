package io.polyphony.backend.experiment;

import io.polyphony.backend.experiment.space.Choice;
import io.polyphony.backend.experiment.space.FusionChoices;
import io.polyphony.backend.experiment.space.WeightingChoices;
import io.polyphony.hpo.pruner.Pruners;
import io.polyphony.hpo.sampler.Samplers;
import java.util.List;

/**
 * What an experiment's search was allowed to choose.
 *
 * @param fusions at least one of {@link #FUSIONS}
 * @param lossWeightings at least one of {@link #LOSS_WEIGHTINGS}
 * @param sampler one of {@link #samplers()}
 * @param pruner one of {@link #pruners()}
 * @param referees whether single-task and single-modality trials are trained for comparison
 * @param epochs most epochs of a trial
 */
public record SearchChoices(
        List<String> fusions,
        List<String> lossWeightings,
        String sampler,
        String pruner,
        boolean referees,
        int epochs) {
    /** How embeddings of several inputs may become one. */
    public static final List<String> FUSIONS = Choice.names(FusionChoices.all());
    /** Those of {@link #FUSIONS} that a search tries unless told otherwise. */
    public static final List<String> USUAL_FUSIONS = Choice.usual(FusionChoices.all());
    /** How the losses of several tasks may become one step. */
    public static final List<String> LOSS_WEIGHTINGS = Choice.names(WeightingChoices.all());
    /** Those of {@link #LOSS_WEIGHTINGS} that a search tries unless told otherwise. */
    public static final List<String> USUAL_LOSS_WEIGHTINGS = Choice.usual(WeightingChoices.all());

    public SearchChoices {
        fusions = List.copyOf(fusions);
        lossWeightings = List.copyOf(lossWeightings);
    }

    /** The samplers that may be named. */
    public static List<String> samplers() {
        return Samplers.names();
    }

    /** The pruners that may be named. */
    public static List<String> pruners() {
        return Pruners.names();
    }
}
