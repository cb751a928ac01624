package io.polyphony.backend.experiment;

import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.SearchSpace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an experiment does, fixed when it is created: a later version of the platform with another default space does
 * not change a running search.
 *
 * @param inputs the groups of columns that the network reads; where rows are steps of time, the first is the past
 * @param split how rows are parted
 * @param objectives what the search improves and keeps within limits
 * @param search what the person allowed
 * @param space what the sampler may choose
 * @param first the assignments tried before the sampler is asked
 * @param warm where those of {@code first} come from that are no recipes
 * @param referees the trials for comparison, in the order they are run
 * @param cautions what a person should know before a figure is believed
 */
public record ExperimentPlan(
        List<InputSpec> inputs,
        SplitSpec split,
        List<ExperimentObjective> objectives,
        SearchChoices search,
        SearchSpace space,
        List<Assignment> first,
        List<WarmStart> warm,
        List<RefereePlan> referees,
        List<String> cautions) {
    public ExperimentPlan {
        inputs = List.copyOf(inputs);
        objectives = List.copyOf(objectives);
        first = List.copyOf(first);
        warm = List.copyOf(warm);
        referees = List.copyOf(referees);
        cautions = List.copyOf(cautions);
    }

    /** The columns whose past is seen, where rows are steps of time; else none. */
    public List<String> pasts() {
        return split.windows() == null ? List.of() : inputs.getFirst().columns();
    }

    /** What kinds of data the network reads. */
    public Set<Modality> modalities() {
        return inputs.stream().map(InputSpec::modality).collect(Collectors.toSet());
    }

    /** The earlier trial that an assignment was taken from, if any. */
    public Optional<WarmStart> warmStart(Assignment assignment) {
        int place = first.indexOf(assignment);
        return warm.stream().filter(start -> start.place() == place).findFirst();
    }
}
