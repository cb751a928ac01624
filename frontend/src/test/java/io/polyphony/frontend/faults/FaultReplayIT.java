package io.polyphony.frontend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polyphony.backend.common.PolyphonyHome;
import io.polyphony.backend.postgres.EmbeddedPostgres;
import io.polyphony.backend.postgres.PostgresSettings;
import io.polyphony.backend.testing.SmallData;
import io.polyphony.backend.testing.Temporary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A search that SIGKILL interrupts goes on as if nothing had been: what it proposes and what its trials reach is, to the last digit, what the same search proposes
 * and reaches undisturbed. One trial at a time and nothing that depends on the clock, for neither of the two could be promised with them.
 */
@Tag("faults")
class FaultReplayIT {
    private static final Logger LOG = Logger.getLogger(FaultReplayIT.class);
    private static final int TRIALS = 10;
    /** Beyond the trials that are spread out evenly: models propose by then. */
    private static final int ENDED_BEFORE_KILL = 7;

    private static final Duration FINISH = Duration.ofSeconds(240);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration CHECKPOINTS = Duration.ofMillis(20);

    private static Path folder = Path.of("");
    private static EmbeddedPostgres database;
    private static Rows rows;

    @BeforeAll
    static void startDatabase() throws IOException {
        folder = Files.createTempDirectory("polyphony-replay");
        database = EmbeddedPostgres.start(PolyphonyHome.at(folder.resolve("pg")), PostgresSettings.THROWAWAY);
        rows = new Rows(database.connection().dataSource());
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
        Temporary.delete(folder);
    }

    @Test
    void a_search_that_was_killed_proposes_and_reaches_what_an_undisturbed_one_does() throws IOException {
        int port = Child.freePort();
        var platform = start(port);
        try {
            var api = platform.api();
            var dataset = api.dataset("replay", SmallData.csv(500));
            var undisturbed = api.experiment(request(dataset));
            api.completed(undisturbed, FINISH);
            var killed = api.experiment(request(dataset));
            await(ENDED_BEFORE_KILL + " ended trials of the search that is to be killed")
                    .atMost(FINISH)
                    .pollInterval(LOOK)
                    .until(() -> rows.ended(killed) >= ENDED_BEFORE_KILL);
            platform.kill();
            LOG.infof("faults: a search killed at %s", rows.running(killed));
            assertThat(rows.ended(killed))
                    .as("trials that had ended at the kill")
                    .isLessThan(TRIALS);
            platform = start(port);
            platform.api().completed(killed, FINISH);
            compare(killed, undisturbed);
        } finally {
            platform.kill();
        }
    }

    private static void compare(UUID killed, UUID undisturbed) {
        assertThat(rows.results(undisturbed)).hasSize(TRIALS).allMatch(trial -> trial.contains(" COMPLETED "));
        assertThat(rows.results(killed)).isEqualTo(rows.results(undisturbed));
    }

    private static Child start(int port) {
        return Child.start("all", folder.resolve("home"), port, database.connection(), 1, CHECKPOINTS);
    }

    private static String request(String dataset) {
        return """
                {"name": "replay", "dataset": "%s", "tasks": [{"target": "liked"}, {"target": "stars"}], "seed": 11,
                 "search": {"epochs": 8, "pruner": "none", "referees": false, "warmStart": false},
                 "budget": {"trials": %d}}""".formatted(dataset, TRIALS);
    }
}
