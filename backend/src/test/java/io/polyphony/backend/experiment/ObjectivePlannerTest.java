package io.polyphony.backend.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.polyphony.backend.common.Invalid;
import io.polyphony.engine.data.TaskType;
import io.polyphony.hpo.trial.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObjectivePlannerTest {
    private static final List<ExperimentTask> TASKS = List.of(
            new ExperimentTask("liked", TaskType.BINARY, "roc_auc", Direction.MAXIMIZE),
            new ExperimentTask("stars", TaskType.REGRESSION, "mae", Direction.MINIMIZE));

    private final Faults faults = new Faults();

    @Test
    void every_task_is_improved_unless_told_otherwise() {
        assertThat(plan()).extracting(ExperimentObjective::name).containsExactly("liked", "stars");
        assertThat(plan()).allMatch(ExperimentObjective::improved).allMatch(each -> each.limit() == null);
    }

    /** "An accuracy of 0.9 and less than 20 ms, and the smallest error within that." */
    @Test
    void what_has_a_limit_is_kept_within_it_and_the_rest_is_improved() {
        var planned = plan(
                metric("liked", "accuracy", 0.9, null, null),
                metric("stars", null, null, null, null),
                ObjectiveRequest.measure(Measure.LATENCY, 20.0));
        assertThat(planned)
                .extracting(ExperimentObjective::name, ExperimentObjective::improved, ExperimentObjective::limit)
                .containsExactly(
                        tuple("liked.accuracy", false, 0.9),
                        tuple("stars", true, null),
                        tuple("latency_ms", false, 20.0));
    }

    @Test
    void limits_alone_leave_every_task_improved() {
        var planned = plan(ObjectiveRequest.measure(Measure.SIZE, 5.0), metric("stars", null, null, 0.5, null));
        assertThat(planned).extracting(ExperimentObjective::name).containsExactly("liked", "stars", "size_mb");
        assertThat(planned.get(1).improved()).isTrue();
        assertThat(planned.get(1).limit()).isEqualTo(0.5);
        assertThat(planned.get(2).improved()).isFalse();
    }

    @Test
    void a_range_has_two_ends() {
        var planned = plan(
                metric("stars", null, null, null, null),
                new ObjectiveRequest(null, null, "parameters", 1e3, 1e6, null, null));
        assertThat(planned)
                .extracting(ExperimentObjective::name)
                .containsExactly("stars", "parameters", "parameters (at least)");
        assertThat(planned.get(2).objective().loss(500)).isEqualTo(500);
        assertThat(planned.get(2).objective().loss(5000)).isZero();
    }

    @Test
    void names_what_is_wrong_and_a_cure() {
        plan(
                metric("likes", null, null, null, null),
                metric("stars", "accuracy", null, null, null),
                new ObjectiveRequest(null, null, "latency", null, null, null, null),
                new ObjectiveRequest("stars", null, "latency_ms", null, null, null, null),
                new ObjectiveRequest("liked", null, null, null, null, false, null),
                new ObjectiveRequest("stars", null, null, null, null, null, -1.0));
        assertThatThrownBy(faults::raise)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(problem -> problem.pointer() + " " + problem.detail())
                                .satisfiesExactly(
                                        first -> assertThat(first)
                                                .startsWith("/objectives/0/target")
                                                .contains("liked"),
                                        second -> assertThat(second)
                                                .startsWith("/objectives/1/metric")
                                                .contains("mae"),
                                        third -> assertThat(third)
                                                .startsWith("/objectives/2/measure")
                                                .contains("latency_ms"),
                                        fourth -> assertThat(fourth)
                                                .startsWith("/objectives/3 ")
                                                .contains("or a measure"),
                                        fifth -> assertThat(fifth)
                                                .startsWith("/objectives/4/improve")
                                                .contains("atLeast"),
                                        sixth -> assertThat(sixth)
                                                .startsWith("/objectives/5/weight")
                                                .contains("above 0")));
    }

    private List<ExperimentObjective> plan(ObjectiveRequest... wanted) {
        return new ObjectivePlanner(TASKS, faults).plan(List.of(wanted));
    }

    private static ObjectiveRequest metric(
            String target,
            @Nullable String metric,
            @Nullable Double atLeast,
            @Nullable Double atMost,
            @Nullable Boolean improve) {
        return new ObjectiveRequest(target, metric, null, atLeast, atMost, improve, null);
    }
}
