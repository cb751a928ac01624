package io.polyphony.backend.trial.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.experiment.ExperimentSteering;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.SmallSearch;
import io.polyphony.backend.trial.Attempt;
import io.polyphony.backend.trial.Liveness;
import io.polyphony.backend.trial.Measurements;
import io.polyphony.backend.trial.Sighting;
import io.polyphony.backend.trial.Standing;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialStore;
import io.polyphony.backend.trial.WeightStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A trial may end while another lane looks for work, for its end is written without the experiment's row. All in one transaction that is rolled back, so that no
 * worker sees the experiment.
 */
@QuarkusTest
class ClaimRaceTest extends PlatformTest {
    @Inject
    SmallSearch search;

    @Inject
    ExperimentStore store;

    @Inject
    ExperimentSteering steering;

    @Inject
    TrialStore trials;

    @Inject
    WeightStore weights;

    @Inject
    Measurements measurements;

    @Inject
    Liveness liveness;

    @Inject
    Histories histories;

    @Inject
    Proposals proposals;

    @Inject
    Endings endings;

    @Inject
    TrialEvents events;

    @Test
    void a_trial_that_ends_meanwhile_is_not_run_again() {
        claimed_while_the_first_ends(new LastHeardOf(0));
    }

    @Test
    void not_even_one_that_was_taken_for_dead() {
        claimed_while_the_first_ends(new LastHeardOf(100));
    }

    private void claimed_while_the_first_ends(Liveness signs) {
        search.unseen("stars", 4, id -> {
            var first = (Claim.Work) claims(signs).next(id, 1);
            var second = (Claim.Work) claims(ending(first.attempt(), signs)).next(id, 2);
            assertThat(second.trial().number()).isEqualTo(first.trial().number() + 1);
            assertThat(trials.find(first.trial().id()).orElseThrow())
                    .returns(TrialState.COMPLETED, Trial::state)
                    .returns(1, Trial::attempt);
        });
    }

    private Claims claims(Liveness signs) {
        return new Claims(store, steering, trials, weights, measurements, signs, histories, proposals, endings, events);
    }

    /** The attempt ends right after it was seen running. */
    private Liveness ending(Attempt attempt, Liveness signs) {
        return new Liveness() {
            @Override
            public List<Standing> alive(Collection<Attempt> attempts) {
                return signs.alive(attempts);
            }

            @Override
            public List<Sighting> running(ExperimentId experiment) {
                var seen = signs.running(experiment);
                trials.finish(attempt, TrialState.COMPLETED, null);
                return seen;
            }
        };
    }

    private final class LastHeardOf implements Liveness {
        private final double secondsAgo;

        LastHeardOf(double secondsAgo) {
            this.secondsAgo = secondsAgo;
        }

        @Override
        public List<Standing> alive(Collection<Attempt> attempts) {
            return liveness.alive(attempts);
        }

        @Override
        public List<Sighting> running(ExperimentId experiment) {
            return liveness.running(experiment).stream()
                    .map(seen -> new Sighting(seen.trial(), seen.lane(), secondsAgo))
                    .toList();
        }
    }
}
