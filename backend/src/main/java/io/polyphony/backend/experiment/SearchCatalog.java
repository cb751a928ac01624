package io.polyphony.backend.experiment;

import io.polyphony.backend.experiment.space.Choice;
import io.polyphony.backend.experiment.space.FusionChoices;
import io.polyphony.backend.experiment.space.WeightingChoices;
import java.util.List;

/** What a search may be allowed to choose, each with its explanation. */
public record SearchCatalog(
        List<Choice> fusions, List<Choice> lossWeightings, List<String> samplers, List<String> pruners) {

    /** All that this version knows. */
    public static SearchCatalog all() {
        return new SearchCatalog(
                FusionChoices.all(), WeightingChoices.all(), SearchChoices.samplers(), SearchChoices.pruners());
    }
}
