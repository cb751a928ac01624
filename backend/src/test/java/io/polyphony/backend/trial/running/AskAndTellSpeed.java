package io.polyphony.backend.trial.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.experiment.BudgetRequest;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentRequest;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.experiment.SearchRequest;
import io.polyphony.backend.experiment.TaskRequest;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.SmallData;
import io.polyphony.backend.testing.TestTeam;
import io.polyphony.backend.trial.TrialOrigin;
import io.polyphony.backend.trial.TrialProgress;
import io.polyphony.backend.trial.TrialStore;
import io.polyphony.engine.training.EpochReport;
import io.polyphony.engine.training.TaskReport;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

/**
 * How long the platform takes for one proposal and one result at 10 000 trials: every row that is read and written on the way, in
 * PostgreSQL, with the transactions of a worker. Not among the tests, for a busy machine would fail it: {@code ./polyphony bench platform}.
 */
@QuarkusTest
@TestProfile(AskAndTellSpeed.NoWorker.class)
class AskAndTellSpeed extends PlatformTest {
    private static final int TRIALS = 10_000;
    /** Whoever comes to ten thousand trials has asked often. */
    private static final int WARM_UP = 300;

    private static final int REPEATS = 101;
    private static final double TARGET_MILLIS = 20;
    private static final double NANOS = 1e6;

    /** Nobody else takes the trials. */
    public static final class NoWorker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("polyphony.role", "server");
        }
    }

    @Inject
    TestTeam team;

    @Inject
    SmallData data;

    @Inject
    ExperimentService experiments;

    @Inject
    ExperimentStore store;

    @Inject
    TrialStore trials;

    @Inject
    Proposals proposals;

    @Inject
    Claims claims;

    @Inject
    Journal journal;

    @Inject
    StatelessSession session;

    @Test
    void asks_and_tells() throws IOException {
        var id = experiment();
        QuarkusTransaction.requiringNew().timeout(600).run(() -> fill(id));
        var random = new SplittableRandom(3);
        for (int i = 0; i < WARM_UP; i++) {
            askAndTell(id, random);
        }
        var asks = new double[REPEATS];
        var both = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long start = System.nanoTime();
            var work = ask(id);
            asks[i] = (System.nanoTime() - start) / NANOS;
            tell(work, random);
            both[i] = (System.nanoTime() - start) / NANOS;
        }
        report(median(asks), median(both));
    }

    private static void report(double ask, double both) throws IOException {
        var lines = String.format(Locale.ROOT, """
                {"bench": "platform", "case": "milliseconds per ask at 10000 trials, PostgreSQL included", "figure": %.3f}
                {"bench": "platform", "case": "milliseconds per ask and tell at 10000 trials, PostgreSQL included", "figure": %.3f, "bound": "at most", "target": %.1f, "verdict": "%s"}
                """, ask, both, TARGET_MILLIS, both <= TARGET_MILLIS ? "met" : "short");
        Files.writeString(Path.of("target", "bench-platform.jsonl"), lines);
        System.out.print(lines);
    }

    private void askAndTell(ExperimentId id, SplittableRandom random) {
        tell(ask(id), random);
    }

    private Claim.Work ask(ExperimentId id) {
        var claim = claims.next(id, 1);
        assertThat(claim).isInstanceOf(Claim.Work.class);
        return (Claim.Work) claim;
    }

    private void tell(Claim.Work work, SplittableRandom random) {
        double score = random.nextDouble();
        var metrics = Map.of(
                "liked", new TaskReport(1, 1, 1, Map.of("roc_auc", score)),
                "stars", new TaskReport(1, 1, 1, Map.of("mae", 1 - score)));
        var epoch = new EpochReport(1, 10, metrics, 1, 0.001, score, 100, 1);
        journal.complete(
                work,
                new Journal.Entry(
                        List.of(new Journal.Measured(epoch, true)),
                        epoch,
                        new TrialProgress(1, 1, 1, score, null, null),
                        Map.of()),
                List.of(),
                new byte[1000]);
    }

    private ExperimentId experiment() {
        var ann = team.user();
        var request = new ExperimentRequest(
                "Speed",
                data.upload(ann, team.project(ann), 60),
                List.of(new TaskRequest("liked", null, null), new TaskRequest("stars", null, null)),
                null,
                null,
                new SearchRequest(null, null, null, null, null, false, null),
                new BudgetRequest(TRIALS * 2, null),
                1L);
        return QuarkusTransaction.requiringNew()
                .call(() -> experiments.create(ann, request).id());
    }

    /** Ten thousand trials of the space, each with an epoch of two tasks. */
    private void fill(ExperimentId id) {
        var experiment = store.find(id).orElseThrow();
        var random = new SplittableRandom(7);
        for (int number = 1; number <= TRIALS; number++) {
            trials.add(proposals.whole(
                    experiment,
                    number,
                    1,
                    TrialOrigin.SEARCH,
                    experiment.plan().space().sample(random)));
        }
        end(experiment);
    }

    private void end(Experiment experiment) {
        for (var sql : List.of("""
                update trial set state = 'COMPLETED', epoch = 1, epochs = 1, best_epoch = 1, score = random(), attempt = 1,
                    started_at = now(), ended_at = now() where experiment_id = :id""", """
                insert into attempt (trial_id, number, worker, host, from_epoch, ended_at, outcome)
                select id, 1, 'w', 'h', 0, now(), 'completed' from trial where experiment_id = :id""", """
                insert into metric_point (trial_id, task, split, name, step, attempt, value)
                select id, m.task, 'validation', m.name, 1, 1, random()
                from trial, (values ('liked', 'roc_auc'), ('stars', 'mae')) as m (task, name) where experiment_id = :id""", """
                insert into trial_task_metric (trial_id, task, split, name, best, best_step, last, last_step, at_best)
                select p.trial_id, p.task, p.split, p.name, p.value, 1, p.value, 1, p.value
                from metric_point p join trial t on t.id = p.trial_id where t.experiment_id = :id""")) {
            session.createNativeMutationQuery(sql)
                    .setParameter("id", experiment.id().value())
                    .executeUpdate();
        }
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
