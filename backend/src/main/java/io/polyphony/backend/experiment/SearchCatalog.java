package io.polyphony.backend.experiment;

import io.polyphony.backend.experiment.space.Choice;
import io.polyphony.backend.experiment.space.EncoderChoices;
import io.polyphony.backend.experiment.space.FusionChoices;
import io.polyphony.backend.experiment.space.HeadChoices;
import io.polyphony.backend.experiment.space.TrainingKnob;
import io.polyphony.backend.experiment.space.TrainingKnobs;
import io.polyphony.backend.experiment.space.WeightingChoices;
import io.polyphony.engine.data.Modality;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a search may be allowed to choose, each with its explanation.
 *
 * @param pruners each with the numbers that it may be given
 * @param heads the types of tasks: what each answers, and by which loss it learns
 * @param training what else may be chosen of heads and their losses, and of training
 */
public record SearchCatalog(
        List<Choice> fusions,
        List<Choice> lossWeightings,
        Map<Modality, List<Choice>> encoders,
        List<Choice> heads,
        List<TrainingKnob> training,
        List<Choice> samplers,
        List<PrunerChoice> pruners,
        List<Choice> measures,
        List<Choice> scalarizations) {

    /** All that this version knows. */
    public static SearchCatalog all() {
        var encoders = new EnumMap<Modality, List<Choice>>(Modality.class);
        for (var modality : Modality.values()) {
            encoders.put(modality, EncoderChoices.all(modality));
        }
        return new SearchCatalog(
                FusionChoices.all(),
                WeightingChoices.all(),
                encoders,
                HeadChoices.all(),
                TrainingKnobs.all(),
                SearchChoices.samplers(),
                PrunerChoice.all(),
                Measure.choices(),
                SearchChoices.scalarizations());
    }
}
