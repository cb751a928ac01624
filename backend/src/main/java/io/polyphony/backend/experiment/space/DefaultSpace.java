package io.polyphony.backend.experiment.space;

import static io.polyphony.hpo.space.Parameter.ordinal;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.Modality;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import java.util.ArrayList;

/**
 * The default search space: fusion and loss weighting as the person allowed, an encoder per modality, and the few settings
 * of training that matter most. A parameter with one level is a fact about the data that every trial states.
 */
public final class DefaultSpace {
    private DefaultSpace() {}

    /** The space for these data and choices. */
    public static SearchSpace of(DataFacts facts, SearchChoices choices) {
        var parameters = new ArrayList<Parameter>();
        parameters.addAll(FusionChoices.parameters(facts, choices.fusions()));
        parameters.addAll(WeightingChoices.parameters(facts, choices.lossWeightings()));
        var knobs = TrainingKnobs.parameters(facts, choices.training()).stream()
                .filter(knob -> !EncoderParameters.found(knob))
                .toList();
        knobs.stream().filter(knob -> !EncoderParameters.read(knob)).forEach(parameters::add);
        parameters.addAll(DescentChoices.parameters(facts, choices.training(Knobs.OPTIMIZER)));
        parameters.add(batch(facts));
        var epochs = EpochLevels.of(facts, choices.epochs());
        if (epochs.size() > 1) {
            parameters.add(ordinal(
                    Knobs.EPOCHS, epochs.stream().mapToLong(Integer::longValue).toArray()));
        }
        for (Modality modality : Modality.values()) {
            if (facts.has(modality)) {
                parameters.addAll(EncoderParameters.of(modality, facts, choices));
            }
        }
        knobs.stream()
                .filter(EncoderParameters::read)
                .flatMap(knob -> EncoderParameters.ifRead(knob, choices::encoders))
                .forEach(parameters::add);
        return new SearchSpace(ToldForecasts.conditioned(parameters));
    }

    /** A picture with its mask is as many rows as it has pixels. */
    private static Parameter batch(DataFacts facts) {
        if (facts.tasks().draws()) {
            return ordinal(Knobs.BATCH, 8, 16);
        }
        return facts.rows() < 2000 ? ordinal(Knobs.BATCH, 16, 32, 64) : ordinal(Knobs.BATCH, 32, 64, 128);
    }
}
