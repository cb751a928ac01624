package io.polyphony.backend.experiment;

import io.polyphony.backend.experiment.space.Choice;
import io.polyphony.backend.experiment.space.DataFacts;
import io.polyphony.backend.experiment.space.EncoderChoices;
import io.polyphony.backend.experiment.space.EpochLevels;
import io.polyphony.backend.experiment.space.FusionChoices;
import io.polyphony.backend.experiment.space.TrainingKnobs;
import io.polyphony.backend.experiment.space.WeightingChoices;
import io.polyphony.engine.data.FrozenFeatures;
import io.polyphony.engine.data.Modality;
import io.polyphony.hpo.pruner.Pruners;
import io.polyphony.hpo.sampler.Samplers;
import io.polyphony.hpo.trial.Scalarization;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the search may choose, and how much it may spend. */
final class SearchPlanner {
    private static final int MOST_TRIALS = 100_000;
    private static final double MOST_MINUTES = 60.0 * 24 * 30;
    private static final int DEFAULT_TRIALS = 50;
    private static final int MOST_EPOCHS = 1000;

    private final Faults faults;
    private final List<UploadedEncoder> uploaded;

    /** @param uploaded the project's */
    SearchPlanner(Faults faults, List<UploadedEncoder> uploaded) {
        this.faults = faults;
        this.uploaded = List.copyOf(uploaded);
    }

    /**
     * Most epochs of a trial that are left open by the request are what these data call for.
     *
     * @param objectives of the experiment
     */
    SearchChoices choices(@Nullable SearchRequest request, DataFacts facts, List<ExperimentObjective> objectives) {
        var wanted = request == null ? SearchRequest.defaults() : request;
        var epochs = wanted.epochs() == null ? EpochLevels.of(facts).getLast() : wanted.epochs();
        faults.unless(
                epochs >= 1 && epochs <= MOST_EPOCHS,
                "/search/epochs",
                "The number of epochs (%d) is not within 1..%d.".formatted(epochs, MOST_EPOCHS));
        var encoders = encoders(wanted.encoders(), facts);
        var pruner = one("/search/pruner", "pruner", wanted.pruner(), Pruners.RECOMMENDED, Pruners.names());
        var scalarization = one(
                "/search/scalarization",
                "scalarization",
                wanted.scalarization(),
                Scalarization.NONE.label(),
                Scalarization.names());
        return new SearchChoices(
                some("/search/fusions", "fusion", wanted.fusions(), FusionChoices.all()),
                some("/search/lossWeightings", "loss weighting", wanted.lossWeightings(), WeightingChoices.all()),
                encoders,
                training(wanted.training(), facts),
                one("/search/sampler", "sampler", wanted.sampler(), Samplers.RECOMMENDED, Samplers.names()),
                pruner,
                new PrunerPlanner(faults, objectives).settings(pruner, scalarization, wanted.prunerSettings()),
                wanted.referees() == null || wanted.referees(),
                epochs,
                scalarization,
                wanted.warmStart() == null || wanted.warmStart(),
                named(encoders));
    }

    /** The uploaded encoders that are among those. */
    private Map<String, FrozenFeatures> named(Map<Modality, List<String>> encoders) {
        var named = new LinkedHashMap<String, FrozenFeatures>();
        for (var encoder : uploaded) {
            var name = encoder.choice().name();
            if (encoders.getOrDefault(encoder.features().modality(), List.of()).contains(name)) {
                named.put(name, encoder.features());
            }
        }
        return named;
    }

    private List<Choice> choices(Modality modality) {
        var choices = new ArrayList<>(EncoderChoices.all(modality));
        uploaded.stream()
                .filter(encoder -> encoder.features().modality() == modality)
                .map(UploadedEncoder::choice)
                .forEach(choices::add);
        return choices;
    }

    Budget budget(@Nullable BudgetRequest request) {
        var wanted = request == null ? new BudgetRequest(null, null) : request;
        var minutes = wanted.minutes();
        int trials =
                wanted.trials() != null ? wanted.trials() : minutes == null ? DEFAULT_TRIALS : Budget.TRIALS_BY_TIME;
        faults.unless(
                trials >= 1 && trials <= MOST_TRIALS,
                "/budget/trials",
                "The number of trials (%d) is not within 1..%d.".formatted(trials, MOST_TRIALS));
        faults.unless(
                minutes == null || minutes > 0 && minutes <= MOST_MINUTES,
                "/budget/minutes",
                "The minutes (%s) are not above 0 and at most %s.".formatted(minutes, MOST_MINUTES));
        var each = wanted.minutesPerTrial();
        faults.unless(
                each == null || each > 0 && each <= MOST_MINUTES,
                "/budget/minutesPerTrial",
                "The minutes per trial (%s) are not above 0 and at most %s.".formatted(each, MOST_MINUTES));
        endings(wanted);
        return new Budget(
                trials,
                minutes == null ? null : minutes * 60,
                wanted.score(),
                wanted.gain(),
                each == null ? null : each * 60);
    }

    private void endings(BudgetRequest wanted) {
        var score = wanted.score();
        faults.unless(
                score == null || score > 0 && score <= 1,
                "/budget/score",
                "The score (%s) is not above 0 and at most 1, which is perfect.".formatted(score));
        var gain = wanted.gain();
        faults.unless(
                gain == null || gain > 0 && gain <= 1,
                "/budget/gain",
                "The expected gain (%s) is not above 0 and at most 1. Maybe 0.01.".formatted(gain));
    }

    private Map<Modality, List<String>> encoders(@Nullable Map<Modality, List<String>> wanted, DataFacts facts) {
        var encoders = new EnumMap<Modality, List<String>>(Modality.class);
        for (var modality : Modality.values()) {
            var names = wanted == null ? null : wanted.get(modality);
            var pointer = "/search/encoders/" + modality;
            var allowed = some(pointer, "encoder", names, choices(modality));
            var taken =
                    allowed.stream().filter(name -> facts.takes(modality, name)).toList();
            faults.unless(
                    names == null || taken.equals(allowed),
                    pointer,
                    unfit(modality).formatted(String.join(", ", allowed), EncoderChoices.taken(modality, facts)));
            encoders.put(modality, taken);
        }
        return encoders;
    }

    private static String unfit(Modality modality) {
        return modality == Modality.TABULAR
                ? "One of these (%s) reads columns that are steps of one measurement and numbered so (t0, t1, ...), at least 32, which the inputs lack. Maybe only %s."
                : "Masks and boxes are drawn on what an encoder sees at every scale, which not all of these (%s) show. Maybe only %s.";
    }

    private Map<String, List<String>> training(@Nullable Map<String, List<String>> wanted, DataFacts facts) {
        var training = new LinkedHashMap<String, List<String>>();
        if (wanted != null) {
            wanted.forEach((name, options) -> {
                var pointer = "/search/training/" + name;
                if (faults.known(pointer, "training knob", name, TrainingKnobs.names(facts))) {
                    training.put(
                            name,
                            some(pointer, name, options, TrainingKnobs.of(name).options()));
                }
            });
        }
        return training;
    }

    private List<String> some(String pointer, String kind, @Nullable List<String> wanted, List<Choice> choices) {
        if (wanted == null) {
            return Choice.usual(choices);
        }
        var all = Choice.names(choices);
        faults.unless(!wanted.isEmpty(), pointer, "The search needs a %s. Maybe one of %s.".formatted(kind, all));
        for (int i = 0; i < wanted.size(); i++) {
            faults.known(pointer + "/" + i, kind, wanted.get(i), all);
        }
        return wanted.stream().distinct().toList();
    }

    private String one(String pointer, String kind, @Nullable String wanted, String usual, List<String> all) {
        if (wanted == null) {
            return all.contains(usual) ? usual : all.getFirst();
        }
        faults.known(pointer, kind, wanted, all);
        return wanted;
    }
}
