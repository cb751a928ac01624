package io.polyphony.backend.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.common.VariantId;
import io.polyphony.backend.common.persistence.Sql;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.SmallSearch;
import io.polyphony.backend.testing.TestTeam;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A variant that waits for those before it is neither under way nor lost, however long that takes. */
@QuarkusTest
class VariantQueueTest extends PlatformTest {
    @Inject
    SmallSearch search;

    @Inject
    TrialStore trials;

    @Inject
    ModelStore models;

    @Inject
    VariantStore variants;

    @Inject
    VariantWorkshop workshop;

    @Inject
    Sql sql;

    private final VariantId variant = VariantId.next();

    @BeforeEach
    void asked() {
        var experiment = search.paused("liked");
        QuarkusTransaction.requiringNew().run(() -> {
            var model = model(experiment);
            variants.add(variant, model, new VariantPlan(VariantKind.INT8, null, null, null, null, null, null, "int8"));
        });
    }

    @Test
    void one_that_waits_is_queued_until_its_turn_comes() {
        assertThat(found().state()).isEqualTo(Variant.State.QUEUED);
        QuarkusTransaction.requiringNew().run(() -> variants.advance(variant, 0.01));
        assertThat(found().state()).isEqualTo(Variant.State.RUNNING);
    }

    @Test
    void one_that_waits_for_long_fails_only_where_nobody_speaks_for_it() {
        minutesPass();
        assertThat(found().state()).isEqualTo(Variant.State.FAILED);
        assertThat(found().problem()).contains("Maybe make it again");
        workshop.beat();
        assertThat(found().state()).isEqualTo(Variant.State.FAILED);
        workshop.expect(variant);
        workshop.beat();
        assertThat(found().state()).isEqualTo(Variant.State.QUEUED);
        assertThat(found().problem()).isNull();
    }

    private void minutesPass() {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "update model_variant set touched_at = clock_timestamp() - interval '11 minutes' where id = ?",
                        variant));
    }

    private Variant found() {
        return QuarkusTransaction.requiringNew()
                .call(() -> variants.find(variant).orElseThrow());
    }

    private ModelId model(ExperimentView experiment) {
        var trial = TrialId.next();
        trials.add(SmallSearch.trial(trial, experiment.id(), 1, TrialState.COMPLETED, "liked"));
        var id = ModelId.next();
        models.add(new Model(
                id,
                experiment.project(),
                experiment.id(),
                trial,
                List.of(),
                Map.of(),
                "waiting",
                10,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                1,
                Map.of(),
                null,
                TestTeam.ROOT.id(),
                Instant.now()));
        return id;
    }
}
