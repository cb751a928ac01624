package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Slots are shared between experiments, however long one of them has been running. */
@QuarkusTest
class TurnsFlowTest extends FlowTest {
    private static final int HEAD_START = 40;
    private static final int SHORT = 12;

    @Test
    void an_experiment_that_has_run_for_long_gets_no_more_than_its_turns() {
        var dataset = data.upload(ann, project, 60);
        var first = started(search(dataset, 1000));
        await().atMost(Duration.ofSeconds(240)).until(() -> starts(first).size() >= HEAD_START);

        var second = started(search(dataset, SHORT));
        awaitState(second, "COMPLETED");
        team.as(ann)
                .post("/api/v1/experiments/%s/actions/cancel".formatted(first))
                .then()
                .statusCode(200);

        var own = starts(second);
        assertThat(own).hasSize(SHORT);
        var others = starts(first).stream()
                .filter(start -> start.isAfter(own.getFirst()) && start.isBefore(own.getLast()))
                .toList();
        assertThat(others)
                .as("trials that the first began between the %d of the second", SHORT)
                .hasSizeBetween(SHORT / 2, 2 * SHORT);
    }

    private static String search(DatasetId dataset, int trials) {
        return """
                {"name": "Dresses", "dataset": "%s", "tasks": [{"target": "liked"}], "seed": 42,
                 "search": {"sampler": "random", "pruner": "none", "referees": false, "epochs": 1},
                 "budget": {"trials": %d}}""".formatted(dataset, trials);
    }

    /** When its trials began, in that order. */
    private List<Instant> starts(String experiment) {
        return get("/experiments/%s/trials?limit=1000".formatted(experiment))
                .<String>getList("items.startedAt")
                .stream()
                .filter(Objects::nonNull)
                .map(Instant::parse)
                .sorted()
                .toList();
    }
}
