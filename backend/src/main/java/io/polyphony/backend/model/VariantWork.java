package io.polyphony.backend.model;

import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.backend.trial.Trial;
import io.polyphony.engine.compression.Footprint;
import io.polyphony.engine.compression.Toll;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.evaluation.Temperature;
import io.polyphony.engine.evaluation.Thresholds;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.Packings;
import io.polyphony.engine.training.TrainingMonitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes a variant and measures it beside the model. Where the model was trained in folds, each fold's networks are made smaller with
 * the rows that they have learned from, and answer those rows that they have not.
 *
 * @param trials of the networks of a fold, in their order
 * @param folds the model's networks at its operating points, fold by fold; a single one where its trials are not folded
 */
record VariantWork(
        Experiment experiment, VariantPlan plan, List<Trial> trials, List<Bundle> folds, ExperimentRows.Rows rows) {

    /** @param losses by task, how much worse it became by its metric */
    record Made(Bundle bundle, Toll toll, Map<String, Double> losses) {}

    /** Takes as long as a training may. */
    Made make(TrainingMonitor monitor) {
        var made = decided(made(monitor).stream().map(this::packed).toList());
        var toll = new Toll(footprint(folds), footprint(made));
        var metrics =
                experiment.tasks().stream().collect(Collectors.toMap(ExperimentTask::name, ExperimentTask::metric));
        return new Made(Bundle.together(made), toll, toll.losses(metrics));
    }

    /** Epochs that the monitor will hear of, at most. */
    int epochs() {
        return switch (plan.kind()) {
            case INT8, FP16 -> 0;
            case PRUNED -> folds.size() * VariantMaker.pruning(trials, plan);
            case DISTILLED -> folds.size() * VariantMaker.distilling(experiment, trials, plan);
            case REFIT -> refitting().epochs();
        };
    }

    private List<Bundle> made(TrainingMonitor monitor) {
        return switch (plan.kind()) {
            case INT8, FP16 -> folds;
            case PRUNED -> each((maker, fold) -> maker.pruned(fold, plan, monitor));
            case DISTILLED -> each((maker, fold) -> maker.distilled(fold, plan, monitor));
            case REFIT -> List.of(refitting().make(monitor));
        };
    }

    private List<Bundle> each(BiFunction<VariantMaker, Bundle, Bundle> making) {
        return IntStream.range(0, folds.size())
                .mapToObj(i -> making.apply(
                        new VariantMaker(
                                experiment, trials, rows.table(), rows.folds().get(i)),
                        folds.get(i)))
                .toList();
    }

    private Refitting refitting() {
        return new Refitting(experiment, trials, folds, rows);
    }

    private Bundle packed(Bundle bundle) {
        return bundle.with(network -> network.packed(Packings.named(plan.packing())));
    }

    /**
     * Networks that only were rounded keep the model's temperatures and thresholds; those that learned from other rows too; the
     * rest has its own.
     */
    private List<Bundle> decided(List<Bundle> made) {
        return switch (plan.kind()) {
            case INT8, FP16, REFIT ->
                each(made, folds.getFirst().temperatures(), folds.getFirst().thresholds());
            case PRUNED, DISTILLED -> {
                var said = judged(each(made, Map.of(), Map.of()));
                var temperatures = Temperatures.fitted(experiment, said);
                yield each(made, temperatures, tuned(Temperatures.applied(temperatures, said)));
            }
        };
    }

    private static List<Bundle> each(
            List<Bundle> made, Map<String, Temperature> temperatures, Map<String, Thresholds> thresholds) {
        return made.stream()
                .map(bundle -> bundle.tempered(temperatures).decided(thresholds))
                .toList();
    }

    /** As the model's were tuned. */
    private Map<String, Thresholds> tuned(Map<String, TaskPredictions> said) {
        var tuned = new LinkedHashMap<String, Thresholds>();
        for (var task : experiment.tasks()) {
            if (Thresholds.fit(task.type())) {
                var own = Objects.requireNonNull(said.get(task.name()));
                tuned.put(task.name(), Thresholds.tuned(own, task.metric()));
            }
        }
        return tuned;
    }

    /** On rows that nobody has learned from: those of validation, unless the variant has learned from these. */
    private Footprint footprint(List<Bundle> bundles) {
        var whole = Bundle.together(bundles);
        return switch (plan.kind()) {
            case INT8, FP16, PRUNED, DISTILLED ->
                Footprint.of(whole, rows.table(), rows.folds().getFirst().validation(), judged(bundles));
            case REFIT -> Footprint.of(whole, rows.table(), rows.split().test());
        };
    }

    private Map<String, TaskPredictions> judged(List<Bundle> bundles) {
        return TaskPredictions.joined(IntStream.range(0, bundles.size())
                .mapToObj(i ->
                        bundles.get(i).predict(rows.table(), rows.folds().get(i).validation()))
                .toList());
    }
}
