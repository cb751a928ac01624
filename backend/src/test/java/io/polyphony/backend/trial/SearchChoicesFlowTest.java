package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.experiment.BudgetRequest;
import io.polyphony.backend.experiment.ExperimentRequest;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentState;
import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.backend.experiment.SearchRequest;
import io.polyphony.backend.experiment.TaskRequest;
import io.polyphony.backend.experiment.space.Knobs;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.SmallData;
import io.polyphony.backend.testing.TestTeam;
import io.polyphony.engine.data.Modality;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever a request may name is not only accepted but trains. */
@QuarkusTest
class SearchChoicesFlowTest extends PlatformTest {
    private static final int TRIALS = 12;

    @Inject
    TestTeam team;

    @Inject
    SmallData data;

    @Inject
    ExperimentService experiments;

    @Inject
    TrialService trials;

    @Test
    void trains_fusions_and_encoders_that_are_asked_for_by_name() {
        var ann = team.user();
        var dataset = data.upload(ann, team.project(ann), 120);
        var special = SearchChoices.FUSIONS.stream()
                .filter(name -> !SearchChoices.USUAL_FUSIONS.contains(name))
                .toList();
        var encoders = Map.of(
                Modality.TEXT, List.of("gru", "transformer"),
                Modality.TABULAR, List.of("ft-transformer", "realmlp"));
        var request = new ExperimentRequest(
                "By name",
                dataset,
                List.of(new TaskRequest("liked", null, null), new TaskRequest("stars", null, null)),
                null,
                null,
                new SearchRequest(special, null, encoders, "random", "none", false, 1),
                new BudgetRequest(TRIALS, null),
                3L);
        var id = experiments.create(ann, request).id();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> experiments.get(ann, id).state() == ExperimentState.COMPLETED);

        var done = trials.page(ann, id, null, PageRequest.of(100, null)).items();
        assertThat(done)
                .hasSizeGreaterThanOrEqualTo(TRIALS)
                .allSatisfy(trial -> assertThat(trial.state())
                        .as("%s: %s", trial.assignment(), trial.message())
                        .isEqualTo(TrialState.COMPLETED));
        assertThat(done.stream().map(TrialView::fusion).collect(Collectors.toSet()))
                .hasSizeGreaterThan(2)
                .isSubsetOf(special);
        assertThat(done.stream().map(trial -> trial.assignment().get(Knobs.TEXT_ENCODER)))
                .containsOnly("transformer", "gru");
    }
}
