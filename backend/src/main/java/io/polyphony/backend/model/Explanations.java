package io.polyphony.backend.model;

import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.Problem;
import io.polyphony.backend.common.event.EventLog;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.engine.explanation.Explainer;
import io.polyphony.engine.explanation.Explanation;
import io.polyphony.engine.export.Bundle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Computes explanations one after the other, beside everything else, and keeps them. A process that dies in the middle loses
 * some seconds of work: whoever asks next begins anew.
 */
@ApplicationScoped
class Explanations {
    private static final Logger LOG = Logger.getLogger(Explanations.class);

    /** More rows hardly change the figures. */
    private static final int MOST_ROWS = 400;

    /** An event each time that so much more is done. */
    private static final double STEP = 0.05;

    private final ExplanationStore store;
    private final ExperimentStore experiments;
    private final ExperimentRows rows;
    private final Committee committee;
    private final EventLog events;
    private final Map<ModelId, ExplanationView> underWay = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .name("explain")
            .factory());

    Explanations(
            ExplanationStore store,
            ExperimentStore experiments,
            ExperimentRows rows,
            Committee committee,
            EventLog events) {
        this.store = store;
        this.experiments = experiments;
        this.rows = rows;
        this.committee = committee;
        this.events = events;
    }

    /** What is kept; else what is under way, which begins now if it has not. Within the caller's transaction. */
    ExplanationView of(Model model) {
        Optional<Explanation> kept = store.find(model.id());
        if (kept.isPresent()) {
            return ExplanationView.ready(kept.get());
        }
        var known = underWay.get(model.id());
        if (known != null && known.state() == ExplanationView.State.FAILED) {
            underWay.remove(model.id(), known); // Told once; whoever asks again wants it tried again.
            return known;
        }
        if (underWay.putIfAbsent(model.id(), ExplanationView.running(0)) == null) {
            worker.execute(() -> compute(model));
        }
        return underWay.getOrDefault(model.id(), ExplanationView.running(0));
    }

    private void compute(Model model) {
        try {
            var explanation = explain(model);
            QuarkusTransaction.requiringNew().run(() -> {
                store.add(model.id(), explanation);
                tell(model, "model.explained", 1);
            });
            underWay.remove(model.id());
        } catch (Problem refused) {
            fail(model, String.valueOf(refused.getMessage()));
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The model %s could not be explained", model.id());
            fail(model, "The explanation failed (%s). Maybe the log tells more.".formatted(failure.getMessage()));
        }
    }

    private Explanation explain(Model model) {
        // Of several folds the first one's networks and rows, which they have not learned from.
        record Subject(Experiment experiment, Bundle bundle) {}
        var subject = QuarkusTransaction.requiringNew()
                .call(() -> new Subject(
                        experiments.find(model.experiment()).orElseThrow(),
                        OperatingPoints.decided(committee.folds(model).getFirst(), model.thresholds())));
        var source = rows.of(subject.experiment());
        var metrics = new LinkedHashMap<String, String>();
        subject.experiment().tasks().forEach(task -> metrics.put(task.name(), task.metric()));
        return Explainer.explain(
                subject.bundle(),
                metrics,
                source.table(),
                some(source.folds().getFirst().validation()),
                progress -> advance(model, progress));
    }

    /** Evenly spread over all of them. */
    private static int[] some(int[] all) {
        int count = Math.min(all.length, MOST_ROWS);
        return IntStream.range(0, count)
                .map(i -> all[(int) ((long) i * all.length / count)])
                .toArray();
    }

    private void advance(Model model, double progress) {
        var before = underWay.getOrDefault(model.id(), ExplanationView.running(0));
        if (progress >= before.progress() + STEP) {
            underWay.put(model.id(), ExplanationView.running(progress));
            QuarkusTransaction.requiringNew().run(() -> tell(model, "model.explaining", progress));
        }
    }

    private void fail(Model model, String problem) {
        underWay.put(model.id(), ExplanationView.failed(problem));
        QuarkusTransaction.requiringNew().run(() -> tell(model, "model.explaining", 0));
    }

    private void tell(Model model, String event, double progress) {
        events.append(
                event,
                model.project(),
                model.experiment(),
                model.trial(),
                Map.of("model", model.id().toString(), "progress", progress));
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
