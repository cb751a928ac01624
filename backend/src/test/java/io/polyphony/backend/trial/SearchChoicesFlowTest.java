package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.experiment.BudgetRequest;
import io.polyphony.backend.experiment.ExperimentRequest;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.backend.experiment.SearchRequest;
import io.polyphony.backend.experiment.TaskRequest;
import io.polyphony.backend.experiment.space.Choice;
import io.polyphony.backend.experiment.space.Knobs;
import io.polyphony.backend.experiment.space.TrainingKnobs;
import io.polyphony.backend.testing.FlowTest;
import io.polyphony.engine.data.Modality;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever a request may name is not only accepted but trains. */
@QuarkusTest
class SearchChoicesFlowTest extends FlowTest {
    private static final int TRIALS = 12;

    @Inject
    ExperimentService experiments;

    @Inject
    TrialService trials;

    @Test
    void trains_fusions_and_encoders_that_are_asked_for_by_name() {
        var dataset = data.upload(ann, project, 120);
        var special = SearchChoices.FUSIONS.stream()
                .filter(name -> !SearchChoices.USUAL_FUSIONS.contains(name))
                .toList();
        var encoders = Map.of(
                Modality.TEXT, List.of("gru", "transformer"),
                Modality.TABULAR, List.of("ft-transformer", "realmlp"));
        var done = trained(dataset, new SearchRequest(special, null, encoders, "random", "none", false, 1), TRIALS);
        assertThat(done.stream().map(TrialView::fusion).collect(Collectors.toSet()))
                .hasSizeGreaterThan(2)
                .isSubsetOf(special);
        assertThat(done.stream().map(trial -> trial.assignment().get(Knobs.TEXT_ENCODER)))
                .containsOnly("transformer", "gru");
    }

    @Test
    void trains_as_it_is_asked_to_by_name() {
        var dataset = data.upload(ann, project, 120);
        var training = new LinkedHashMap<String, List<String>>();
        TrainingKnobs.all()
                .forEach(knob -> training.put(
                        knob.name(),
                        knob.options().stream()
                                .filter(option -> !option.usual()
                                        || knob.options().stream().allMatch(Choice::usual))
                                .map(Choice::name)
                                .toList()));
        var done = trained(
                dataset,
                new SearchRequest(List.of("late"), null, null, training, "random", "none", null, false, 2, null, null),
                TRIALS / 2);
        assertThat(done.stream().map(trial -> trial.assignment().get(Knobs.OPTIMIZER)))
                .hasSizeGreaterThanOrEqualTo(2)
                .doesNotContain("adamw");
        assertThat(done.getFirst().assignment()).containsKeys("head_rate.stars", "freeze.text", "schedule");
    }

    private List<TrialView> trained(DatasetId dataset, SearchRequest search, int budget) {
        var request = new ExperimentRequest(
                "By name",
                dataset,
                List.of(new TaskRequest("liked", null, null), new TaskRequest("stars", null, null)),
                null,
                null,
                search,
                new BudgetRequest(budget, null),
                3L);
        var id = experiments.create(ann, request).id();
        awaitState(id.toString(), "COMPLETED");
        var done = trials.page(ann, id, null, PageRequest.of(100, null)).items();
        assertThat(done)
                .hasSizeGreaterThanOrEqualTo(budget)
                .allSatisfy(trial -> assertThat(trial.state())
                        .as("%s: %s", trial.assignment(), trial.message())
                        .isEqualTo(TrialState.COMPLETED));
        return done;
    }
}
