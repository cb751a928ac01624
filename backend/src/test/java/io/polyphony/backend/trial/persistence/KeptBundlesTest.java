package io.polyphony.backend.trial.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.SmallSearch;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.SplittableRandom;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

/** Bundles take a megabyte here, in one transaction that is rolled back. */
@QuarkusTest
class KeptBundlesTest extends PlatformTest {
    private static final int TRIALS = 120;
    private static final int BYTES = 20_000;

    @Inject
    SmallSearch search;

    @Inject
    TrialStore trials;

    @Inject
    StatelessSession session;

    @Test
    void take_no_more_room_than_they_may_and_those_of_the_best_trials_stay() {
        search.unseen("stars", 1, this::fill);
    }

    private void fill(ExperimentId experiment) {
        var weights = new JpaWeightStore(session, 1);
        var random = new SplittableRandom(5);
        var best = TrialId.next();
        for (int number = 1; number <= TRIALS; number++) {
            double score = number == 3 ? 1 : random.nextDouble(0.9);
            var saved = number == 3 ? best : TrialId.next();
            trials.add(SmallSearch.trial(saved, experiment, number, TrialState.WAITING, "stars"));
            session.createNativeMutationQuery("update trial set score = :score where id = :id")
                    .setParameter("score", score)
                    .setParameter("id", saved.value())
                    .executeUpdate();
            weights.saveBundle(saved, new byte[BYTES]);
            assertThat(weights.bundle(saved)).as("the newest").isPresent();
            assertThat(kept(experiment))
                    .as("bytes after %d trials, the newest beside the others", number)
                    .isLessThanOrEqualTo((1 << 20) + BYTES);
        }
        assertThat(weights.bundle(best)).as("the best").isPresent();
        assertThat(kept(experiment)).as("no more is let go than must be").isGreaterThan((1 << 20) - 3 * BYTES);
    }

    private long kept(ExperimentId experiment) {
        return session.createNativeQuery("""
                        select cast(coalesce(sum(b.length), 0) as bigint) from trial_bundle b join trial t on t.id = b.trial_id
                        where t.experiment_id = :id""", Long.class)
                .setParameter("id", experiment.value())
                .getSingleResult();
    }
}
