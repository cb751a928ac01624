package io.polyphony.backend.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polyphony.backend.common.Problem;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.common.VariantId;
import io.polyphony.backend.common.event.EventLog;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialStore;
import io.polyphony.engine.compression.CompressionFailed;
import io.polyphony.engine.export.Bundle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Makes variants one after the other, beside everything else, and keeps them. What a process that dies was making is told as
 * failed some minutes later.
 */
@ApplicationScoped
class VariantWorkshop {
    private static final Logger LOG = Logger.getLogger(VariantWorkshop.class);

    /** Of the ten minutes after which nobody is thought to work on one. */
    private static final long BEAT_SECONDS = 30;

    /** Its turn has come. */
    private static final double BEGUN = 0.01;

    private final VariantStore store;
    private final TrialStore trials;
    private final ExperimentRows rows;
    private final EventLog events;
    private final ObjectMapper json;
    private final Set<VariantId> ordered = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .name("variants")
            .factory());
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("variants-pulse").factory());
    private volatile boolean closing;

    VariantWorkshop(VariantStore store, TrialStore trials, ExperimentRows rows, EventLog events, ObjectMapper json) {
        this.store = store;
        this.trials = trials;
        this.rows = rows;
        this.events = events;
        this.json = json;
    }

    /**
     * What is to be made.
     *
     * @param trials of the networks of a fold, in their order
     * @param folds the model's networks at its operating points, fold by fold
     */
    record Order(
            VariantId variant,
            Model model,
            VariantPlan plan,
            Experiment experiment,
            List<TrialId> trials,
            List<Bundle> folds) {}

    void start(@Observes StartupEvent event) {
        var unused = pulse.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** Says of all that were ordered here, those that wait among them, that they are not forgotten. */
    void beat() {
        if (ordered.isEmpty()) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> store.touch(ordered));
        } catch (RuntimeException e) {
            LOG.warn("Variants could not be told to be under way; it is tried again soon.", e);
        }
    }

    /** It will be made here. */
    void expect(VariantId variant) {
        ordered.add(variant);
    }

    /** As soon as those ordered before it are made, in the background. */
    void make(Order order) {
        expect(order.variant());
        worker.execute(() -> {
            try {
                work(order);
            } catch (Problem | CompressionFailed refused) {
                fail(order, String.valueOf(refused.getMessage()));
            } catch (RuntimeException | OutOfMemoryError failure) {
                LOG.errorf(failure, "The variant %s could not be made", order.variant());
                fail(order, "The variant failed (%s). Maybe the log tells more.".formatted(failure.getMessage()));
            } finally {
                ordered.remove(order.variant());
            }
        });
    }

    private void work(Order order) {
        advance(order, BEGUN);
        var work = new VariantWork(
                order.experiment(), order.plan(), trials(order.trials()), order.folds(), rows.of(order.experiment()));
        var pace = new VariantPace(work.epochs(), () -> closing, progress -> advance(order, Math.max(BEGUN, progress)));
        var made = work.make(pace);
        var bytes = bytes(made.bundle().described(card(order, made)));
        QuarkusTransaction.requiringNew().run(() -> {
            store.finish(order.variant(), made.toll(), made.losses(), bytes);
            tell(order, 1);
        });
    }

    private List<Trial> trials(List<TrialId> ids) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ids.stream().map(this::trial).toList());
    }

    private Trial trial(TrialId id) {
        return trials.find(id).orElseThrow();
    }

    private String card(Order order, VariantWork.Made made) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("model", order.model().id());
        facts.put("name", order.model().name());
        facts.put("variant", order.variant());
        facts.put("plan", order.plan());
        facts.put("figures", made.toll());
        facts.put("losses", made.losses());
        facts.put("provenance", order.model().provenance());
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The variant (%s) cannot be written as JSON.".formatted(order.variant()), e);
        }
    }

    private static byte[] bytes(Bundle bundle) {
        var out = new ByteArrayOutputStream();
        try {
            bundle.write(out);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return out.toByteArray();
    }

    private void advance(Order order, double progress) {
        QuarkusTransaction.requiringNew().run(() -> {
            store.advance(order.variant(), progress);
            tell(order, progress);
        });
    }

    private void fail(Order order, String problem) {
        QuarkusTransaction.requiringNew().run(() -> {
            store.fail(order.variant(), problem);
            tell(order, 0);
        });
    }

    private void tell(Order order, double progress) {
        var model = order.model();
        events.append(
                "model.variant",
                model.project(),
                model.experiment(),
                model.trial(),
                Map.of(
                        "model",
                        model.id().toString(),
                        "variant",
                        order.variant().toString(),
                        "progress",
                        progress));
    }

    @PreDestroy
    void stop() {
        closing = true;
        pulse.shutdownNow();
        worker.shutdownNow();
    }
}
