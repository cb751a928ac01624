package io.polyphony.backend.comparison;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.Malformed;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentObjective;
import io.polyphony.hpo.analysis.Slices;
import io.polyphony.hpo.analysis.TooFewTrials;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.stream.Stream;

/** One objective of an experiment over one parameter, or two. */
final class Landscapes {
    private static final int RESOLUTION = 16;
    private final Experiment experiment;
    private final List<Trial> completed;

    Landscapes(Experiment experiment, List<Trial> completed) {
        this.experiment = experiment;
        this.completed = completed;
    }

    /** What there is a choice of. */
    static Stream<Parameter> varying(Experiment experiment) {
        return experiment.plan().space().parameters().stream().filter(parameter -> parameter.count() > 1);
    }

    Slice slice(String objective, String parameter) {
        int index = objective(objective);
        return new Slice(
                objective,
                experiment.figures().get(index).direction(),
                parameter,
                Slices.slice(parameter(parameter), index, completed));
    }

    Contour contour(String objective, String first, String second) {
        int index = objective(objective);
        if (first.equals(second)) {
            throw new Malformed("Both parameters are (%s). Maybe ask for its slice.".formatted(first));
        }
        try {
            var contour = Slices.contour(
                    experiment.plan().space(),
                    parameter(first),
                    parameter(second),
                    experiment.objectives().get(index),
                    index,
                    completed,
                    RESOLUTION);
            return new Contour(
                    objective,
                    experiment.figures().get(index).direction(),
                    first,
                    second,
                    contour.first(),
                    contour.second(),
                    contour.goals());
        } catch (TooFewTrials few) {
            throw new Conflict(String.valueOf(few.getMessage()));
        }
    }

    private int objective(String name) {
        var names = experiment.figures().stream().map(ExperimentObjective::name).toList();
        if (!names.contains(name)) {
            throw new Malformed("There is no objective (%s). Maybe one of %s.".formatted(name, names));
        }
        return names.indexOf(name);
    }

    private Parameter parameter(String name) {
        return varying(experiment)
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Malformed("There is no choice of (%s). Maybe one of %s."
                        .formatted(
                                name, varying(experiment).map(Parameter::name).toList())));
    }
}
