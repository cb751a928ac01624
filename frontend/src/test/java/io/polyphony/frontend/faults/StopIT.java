package io.polyphony.frontend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.polyphony.backend.testing.SmallData;
import io.polyphony.backend.testing.Temporary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stopped as people stop it, with the database that it has started itself: running trials save themselves before that ends. */
@Tag("faults")
class StopIT {
    private static final Duration START = Duration.ofSeconds(180);
    /** The platform itself waits 15 s for trials that do not stop. */
    private static final Duration GOODBYE = Duration.ofSeconds(12);
    /** Nothing but the stop saves a checkpoint. */
    private static final Map<String, String> NEVER_SAVED = Map.of(
            "POLYPHONY_TRIALS_CHECKPOINT_MILLIS", "600000",
            "POLYPHONY_TRIALS_PARALLEL", "1");

    @Test
    void running_trials_are_saved_and_go_on() throws IOException, InterruptedException {
        var home = Files.createTempDirectory("polyphony-stop");
        var platform = start(home);
        try {
            var api = platform.api();
            var trials = "/experiments/%s/trials".formatted(search(api));
            await("some epochs")
                    .atMost(START)
                    .until(() -> first(api, trials).path("epoch").asInt() >= 3);
            assertThat(platform.stop(GOODBYE)).as("stopped in time").isTrue();
            assertThat(platform.log()).contains("stopped in").doesNotContain("A write failed");
            platform = start(home);
            var again = platform.api();
            await("the next attempt")
                    .atMost(START)
                    .until(() -> first(again, trials).path("attempt").asInt() == 2);
            var attempts = again.get("/trials/%s/attempts"
                    .formatted(first(again, trials).path("id").asText()));
            assertThat(attempts.get(1).path("fromEpoch").asInt()).isGreaterThanOrEqualTo(2);
        } finally {
            if (!platform.stop(GOODBYE)) {
                platform.kill();
            }
            Temporary.delete(home);
        }
    }

    private static Child start(Path home) throws IOException {
        return Child.start(home, Child.freePort(), NEVER_SAVED);
    }

    private static JsonNode first(Api api, String trials) {
        return api.get(trials).path("items").path(0);
    }

    /** Of a single trial that lasts. */
    private static String search(Api api) {
        var dataset = api.dataset("stop", SmallData.csv(3000));
        return api.experiment("""
                {"name": "stop", "dataset": "%s", "tasks": [{"target": "liked"}, {"target": "stars"}],
                 "search": {"epochs": 1000, "pruner": "none", "referees": false}, "budget": {"trials": 1}}""".formatted(dataset)).toString();
    }
}
