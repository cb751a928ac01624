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
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Kills real processes with SIGKILL at random moments of a search, the worker alone and the whole platform in turns, and
 * looks at what is left: nothing may be lost but the work since the last checkpoint, nothing may be there twice.
 */
@Tag("faults")
class FaultIT {
    private static final Logger LOG = Logger.getLogger(FaultIT.class);
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 3);
    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration FINISH = Duration.ofSeconds(300);
    private static final Duration LOOK = Duration.ofMillis(20);
    // Of the search's 160 epochs, so that something is left to be killed.
    private static final int EPOCHS_BEFORE_KILL = 100;
    private static final int REPEATS = 3;
    private static final double REVIVED_WITHIN_SECONDS = 60;

    private static final Random RANDOM = new Random();
    private static Path folder = Path.of("");
    private static EmbeddedPostgres database;

    @BeforeAll
    static void startDatabase() throws IOException {
        folder = Files.createTempDirectory("polyphony-faults");
        database = EmbeddedPostgres.start(PolyphonyHome.at(folder.resolve("pg")), PostgresSettings.THROWAWAY);
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
        Temporary.delete(folder);
    }

    @Test
    void nothing_is_lost_and_nothing_is_there_twice() throws IOException {
        long seed = Long.getLong("faults.seed", RANDOM.nextLong());
        var random = new Random(seed);
        LOG.infof("faults: seed %d, %d rounds", seed, ROUNDS);
        for (int round = 1; round <= ROUNDS; round++) {
            boolean workerAlone = round % 2 == 0;
            var seconds = round(workerAlone, random);
            for (int again = 0; seconds.isEmpty() && again < REPEATS; again++) {
                LOG.infof("faults: round %d met no running trial and is repeated", round);
                seconds = round(workerAlone, random);
            }
            LOG.infof(
                    "faults: round %d, %s killed, gone on after %.0f s",
                    round, workerAlone ? "worker" : "platform", seconds.orElseThrow());
        }
    }

    /** One search with one kill; the seconds until the last lost trial went on, or nothing where none was running. */
    private static OptionalDouble round(boolean workerAlone, Random random) throws IOException {
        int port = Child.freePort();
        var server = start(workerAlone ? "server" : "all", "server", port);
        var worker = workerAlone ? start("worker", "worker", Child.freePort()) : server;
        try {
            var api = server.api();
            var experiment = experiment(api);
            int epochs = random.nextInt(1, EPOCHS_BEFORE_KILL);
            await("epoch " + epochs).atMost(START).pollInterval(LOOK).until(() -> epochs(api, experiment) >= epochs);
            worker.kill();
            var lost = new Rows(dataSource()).running(experiment);
            worker = start(workerAlone ? "worker" : "all", workerAlone ? "worker" : "server", worker.port());
            server = workerAlone ? server : worker;
            var again = server.api();
            var restarted = Instant.now();
            again.completed(experiment, FINISH);
            check(experiment, lost);
            return lost.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(revival(lost, restarted));
        } finally {
            worker.kill();
            server.kill();
        }
    }

    private static void check(UUID experiment, List<Rows.Running> lost) {
        var rows = new Rows(dataSource());
        assertThat(rows.brokenCurves(experiment))
                .as("curves with holes or doubles")
                .isEmpty();
        assertThat(rows.stalePoints(experiment)).as("points of a dead attempt").isEmpty();
        assertThat(rows.duplicates(experiment)).as("trials proposed twice").isEmpty();
        assertThat(lost)
                .allSatisfy(trial -> assertThat(rows.takenUpFrom(trial))
                        .as("the checkpoint that %s went on from", trial)
                        .isEqualTo(trial.checkpoint()));
    }

    private static double revival(List<Rows.Running> lost, Instant restarted) {
        var rows = new Rows(dataSource());
        double slowest = lost.stream()
                .mapToDouble(trial -> rows.secondsUntil(trial, restarted))
                .max()
                .orElseThrow();
        assertThat(slowest)
                .as("seconds from the restart until every trial went on")
                .isLessThan(REVIVED_WITHIN_SECONDS);
        return slowest;
    }

    private static UUID experiment(Api api) {
        var dataset = api.dataset("faults", SmallData.csv(3000));
        var request = """
                {"name": "faults", "dataset": "%s", "tasks": [{"target": "liked"}, {"target": "stars"}],
                 "search": {"epochs": 40, "pruner": "none", "referees": false}, "budget": {"trials": 4}}""".formatted(dataset);
        return api.experiment(request);
    }

    private static int epochs(Api api, UUID experiment) {
        int epochs = 0;
        for (var trial : api.get("/experiments/%s/trials".formatted(experiment)).get("items")) {
            epochs += trial.get("epoch").asInt();
        }
        return epochs;
    }

    private static Child start(String role, String name, int port) {
        return Child.start(role, folder.resolve(name), port, database.connection());
    }

    private static DataSource dataSource() {
        return database.connection().dataSource();
    }
}
