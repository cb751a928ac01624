package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.common.event.EventLog;
import io.polyphony.backend.experiment.BudgetRequest;
import io.polyphony.backend.experiment.ExperimentRequest;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentState;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.experiment.SearchRequest;
import io.polyphony.backend.experiment.TaskRequest;
import io.polyphony.backend.testing.FlowTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchFlowTest extends FlowTest {
    @Inject
    ExperimentService experiments;

    @Inject
    TrialService trials;

    @Inject
    EventLog events;

    @Inject
    Session session;

    private DatasetId dataset;

    @BeforeEach
    void upload() {
        dataset = data.upload(ann, project, 300);
    }

    @Test
    void searches_compares_promotes_and_predicts() {
        var id = start(4, null, 3, true).id();
        awaitState(id, ExperimentState.COMPLETED);

        var comparison = get("/experiments/%s/comparison".formatted(id));
        assertThat(comparison.getList("rows")).hasSize(8);
        assertThat(comparison.getList("rows.findAll { it.trial.origin == 'REFEREE' }.trial.label"))
                .containsExactlyInAnyOrder("only table", "only text", "only liked", "only stars");
        assertThat(comparison.getList("rows.trial.state")).contains("COMPLETED");
        assertThat(comparison.getList("rows.findAll { it.pareto }")).isNotEmpty();
        JsonPath best = best(comparison);
        assertThat(best.getDouble("tasks.liked.atBestEpoch")).isGreaterThan(0.9);
        assertThat(best.getDouble("tasks.liked.metrics.accuracy.best")).isBetween(0.5, 1.0);
        assertThat(best.getDouble("tasks.stars.lossWeight")).isGreaterThan(0);

        var promoting = new Promoting(team, ann);
        promoting.aTrial(best.getString("trial.id"));
        promoting.anEnsemble(id, best);
    }

    @Test
    void same_seed_same_proposals_and_same_numbers() {
        var one = start(3, null, 2, false).id();
        awaitState(one, ExperimentState.COMPLETED);
        var other = start(3, null, 2, false).id();
        awaitState(other, ExperimentState.COMPLETED);

        var here = get("/experiments/%s/comparison".formatted(one));
        var there = get("/experiments/%s/comparison".formatted(other));
        assertThat(here.getList("rows.trial.assignment")).isEqualTo(there.getList("rows.trial.assignment"));
        assertThat(here.getList("rows.tasks.stars.atBestEpoch"))
                .isEqualTo(there.getList("rows.tasks.stars.atBestEpoch"));
    }

    @Test
    void parallel_lanes_propose_nothing_twice() {
        var id = start(12, null, 1, false).id();
        awaitState(id, ExperimentState.COMPLETED);

        var all = trials.page(ann, id, null, PageRequest.first(100)).items();
        assertThat(all).hasSize(12);
        assertThat(all.stream().map(TrialView::number)).doesNotHaveDuplicates();
        assertThat(new HashSet<>(all.stream().map(TrialView::assignment).toList()))
                .hasSize(12);
    }

    @Test
    void pauses_and_goes_on_from_the_checkpoint() {
        // Trials of so few rows are short: with many of them, some is always running.
        var id = start(60, null, 1000, false).id();
        var paused = pausedLate(id);
        resumed(id, paused, paused.epoch());
        experiments.cancel(ann, id);
        await().atMost(Duration.ofSeconds(10)).until(() -> count(id, TrialState.RUNNING) == 0);
        assertThat(experiments.get(ann, id).state()).isEqualTo(ExperimentState.CANCELLED);
        team.as(ann)
                .post("/api/v1/experiments/%s/actions/resume".formatted(id))
                .then()
                .statusCode(409)
                .body("detail", containsString("cancelled"));
    }

    /** As one would be that another version wrote. */
    @Test
    void begins_a_trial_anew_whose_checkpoint_it_cannot_read() {
        var id = start(60, null, 1000, false).id();
        var paused = pausedLate(id);
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("""
                        update checkpoint set bytes = overlay(bytes placing '\\x00'::bytea from 8)
                        where trial_id = :trial""")
                        .setParameter("trial", paused.id().value())
                        .executeUpdate());
        resumed(id, paused, 0);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> trials.get(ann, paused.id()).state().ended());
        assertThat(trials.get(ann, paused.id()).state()).isEqualTo(TrialState.COMPLETED);
        assertThat(trials.get(ann, paused.id()).epochs()).isGreaterThan(paused.epoch());
        experiments.cancel(ann, id);
        await().atMost(Duration.ofSeconds(10)).until(() -> count(id, TrialState.RUNNING) == 0);
    }

    private TrialView pausedLate(ExperimentId id) {
        await().atMost(Duration.ofSeconds(60)).until(() -> anyEpoch(id) >= 2);
        experiments.pause(ann, id);
        await().atMost(Duration.ofSeconds(10)).until(() -> count(id, TrialState.RUNNING) == 0);
        assertThat(experiments.get(ann, id).state()).isEqualTo(ExperimentState.PAUSED);
        var paused = trials.page(ann, id, TrialState.PAUSED, PageRequest.first(10));
        return paused.items().getFirst();
    }

    /** Takes the experiment up again, and tells whether the trial goes on from there. */
    private void resumed(ExperimentId id, TrialView paused, int epoch) {
        experiments.resume(ann, id);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(trials.attempts(ann, paused.id()))
                        .hasSizeGreaterThanOrEqualTo(2)
                        .last()
                        .satisfies(attempt -> assertThat(attempt.fromEpoch()).isEqualTo(epoch)));
    }

    @Test
    void goes_on_when_its_budget_is_extended() {
        var id = start(1, null, 1, false).id();
        awaitState(id, ExperimentState.COMPLETED);

        experiments.extend(ann, id, new BudgetRequest(2, null));

        await().atMost(Duration.ofSeconds(60)).until(() -> count(id, TrialState.COMPLETED) == 3);
        awaitState(id, ExperimentState.COMPLETED);
        team.as(ann)
                .body("{}")
                .post("/api/v1/experiments/%s/actions/extend".formatted(id))
                .then()
                .statusCode(422);
    }

    @Test
    void keeps_to_its_minutes() {
        var begun = System.nanoTime();
        var id = start(1000, 0.1, 1000, false).id();
        awaitState(id, ExperimentState.COMPLETED);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        var progress = experiments.get(ann, id).progress();
        assertThat(progress.completed()).isGreaterThan(0);
        assertThat(progress.secondsSpent()).isBetween(5.0, 20.0);
    }

    @Test
    void tells_of_every_step() {
        var before = events.last();
        var id = start(1, null, 2, false).id();
        awaitState(id, ExperimentState.COMPLETED);

        var types = events.after(before, new EventFilter.OfExperiment(id), 1000).stream()
                .map(event -> event.type())
                .toList();
        assertThat(types)
                .containsSubsequence(
                        "experiment.created",
                        "experiment.running",
                        "trial.started",
                        "trial.epoch",
                        "trial.completed",
                        "experiment.completed");
    }

    private ExperimentView start(int trials, @Nullable Double minutes, int epochs, boolean referees) {
        return experiments.create(
                ann,
                new ExperimentRequest(
                        "Dresses",
                        dataset,
                        List.of(new TaskRequest("liked", null, null), new TaskRequest("stars", null, null)),
                        null,
                        null,
                        new SearchRequest(null, null, null, null, "none", referees, epochs),
                        new BudgetRequest(trials, minutes),
                        42L));
    }

    private void awaitState(ExperimentId id, ExperimentState state) {
        awaitState(id.toString(), state.name());
    }

    private int anyEpoch(ExperimentId id) {
        return trials.page(ann, id, null, PageRequest.first(10)).items().stream()
                .mapToInt(TrialView::epoch)
                .max()
                .orElse(0);
    }

    private int count(ExperimentId id, TrialState state) {
        return trials.page(ann, id, state, PageRequest.first(100)).items().size();
    }

    private static JsonPath best(JsonPath comparison) {
        int place = 0;
        var scores = comparison.<Float>getList("rows.score");
        for (int i = 0; i < scores.size(); i++) {
            var score = scores.get(i);
            if (score != null && (scores.get(place) == null || score > scores.get(place))) {
                place = i;
            }
        }
        return comparison.setRootPath("rows[%d]".formatted(place));
    }
}
