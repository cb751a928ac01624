package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.auxiliary.AutoencoderSpec;
import io.polyphony.engine.auxiliary.AuxiliarySpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.sharing.HardSharing;
import io.polyphony.engine.sharing.Sharings;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BesideKnobsTest {
    private static final List<Modality> TWO = List.of(Modality.TABULAR, Modality.TEXT);

    /** Every way of sharing and everything that may be learnt beside the tasks can be reached. */
    @Test
    void every_option_can_be_chosen() {
        var wanted = new LinkedHashMap<String, List<String>>();
        BesideKnobs.LINES.forEach(knob -> wanted.put(knob.name(), Choice.names(knob.options())));
        var seen = new HashSet<Object>();
        samples(space(TWO, List.of("liked", "stars"), wanted)).forEach(assignment -> {
            var beside = BesideChoices.auxiliary(assignment);
            seen.add(BesideChoices.sharing(assignment).getClass());
            seen.add("alone " + beside.unimodal());
            seen.add("slowed " + beside.modulation());
            seen.add(beside.autoencoder());
        });
        assertThat(seen).hasSize(Sharings.all().size() + 3 + 3 + 3);
    }

    @Test
    void a_single_task_shares_nothing_and_a_single_input_has_no_rivals() {
        assertThat(names(space(List.of(Modality.TEXT), List.of("liked"), Map.of())))
                .doesNotContain(Knobs.SHARING, Knobs.UNIMODAL, Knobs.MODULATION);
        assertThat(names(space(TWO, List.of("liked"), Map.of(Knobs.SHARING, List.of("ple")))))
                .contains(Knobs.UNIMODAL)
                .doesNotContain(Knobs.SHARING);
    }

    @Test
    void experiments_from_before_there_was_a_choice_train_as_they_did() {
        var before = new Assignment(Map.of());
        assertThat(BesideChoices.sharing(before)).isEqualTo(new HardSharing());
        assertThat(BesideChoices.auxiliary(before)).isEqualTo(new AuxiliarySpec(0, 0, AutoencoderSpec.NONE));
    }

    private static Stream<String> names(SearchSpace space) {
        return space.parameters().stream().map(Parameter::name);
    }

    private static SearchSpace space(
            List<Modality> modalities, List<String> tasks, Map<String, List<String>> training) {
        var facts = new DataFacts(
                modalities,
                new TaskFacts(tasks, Set.of(TaskType.BINARY, TaskType.REGRESSION), false),
                1000,
                new MediaFacts(40, 0, 0, 0, 0));
        var choices = new SearchChoices(
                List.of("late"), List.of("equal"), Map.of(), training, "random", "none", true, 10, "none");
        return DefaultSpace.of(facts, choices);
    }

    private static Stream<Assignment> samples(SearchSpace space) {
        var random = new SplittableRandom(1);
        return Stream.generate(() -> space.sample(random)).limit(200);
    }
}
