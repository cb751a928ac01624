package io.polyphony.backend.trial.running;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.Invalid;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.CategoricalParameter;
import io.polyphony.hpo.space.IntegerParameter;
import io.polyphony.hpo.space.OrdinalParameter;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.RealParameter;
import io.polyphony.hpo.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An assignment as a person writes it: some values, the others as in another one. */
record Handwriting(SearchSpace space, Map<String, Object> values) {

    /**
     * The assignment.
     *
     * @param model what says the rest, as far as it does
     * @throws Invalid with a JSON pointer per value that is wrong
     */
    Assignment completed(Assignment model) {
        var assignment = space.assign(parameter -> value(parameter, model));
        var problems = problems(assignment);
        if (!problems.isEmpty()) {
            throw new Invalid(
                    problems.size() == 1
                            ? problems.getFirst().detail()
                            : "%d values are wrong: %s"
                                    .formatted(
                                            problems.size(), problems.getFirst().detail()),
                    problems);
        }
        if (!space.contains(assignment)) {
            throw Invalid.field(
                    "/assignment",
                    "The values %s do not keep to the constraints %s."
                            .formatted(assignment.values(), space.constraints()));
        }
        return assignment;
    }

    private Object value(Parameter parameter, Assignment model) {
        return accepted(parameter, values)
                .or(() -> accepted(parameter, model.values()))
                .orElseGet(() -> parameter.ordered() ? parameter.at(0.5) : parameter.valueAt(0));
    }

    private static Optional<Object> accepted(Parameter parameter, Map<String, Object> from) {
        var value = from.get(parameter.name());
        return value == null ? Optional.empty() : parameter.accept(value);
    }

    private List<FieldProblem> problems(Assignment assignment) {
        var problems = new ArrayList<FieldProblem>();
        values.forEach((name, value) -> {
            var parameter = space.parameter(name).orElse(null);
            if (parameter == null) {
                var names = space.parameters().stream().map(Parameter::name).toList();
                problems.add(problem(name, "There is no parameter (%s). Maybe one of %s.".formatted(name, names)));
            } else if (parameter.accept(value).isEmpty()) {
                problems.add(problem(name, "The value (%s) is not one of %s.".formatted(value, range(parameter))));
            } else if (!assignment.has(name)) {
                problems.add(problem(name, idle(parameter)));
            }
        });
        return problems;
    }

    private static String idle(Parameter parameter) {
        return parameter
                .condition()
                .map(condition -> "The parameter (%s) is chosen only if %s is one of %s."
                        .formatted(parameter.name(), condition.parent(), condition.values()))
                .orElseThrow();
    }

    private static String range(Parameter parameter) {
        return switch (parameter) {
            case RealParameter real -> "%s to %s".formatted(real.low(), real.high());
            case IntegerParameter whole -> "%d to %d".formatted(whole.low(), whole.high());
            case CategoricalParameter choice -> choice.choices().toString();
            case OrdinalParameter ordinal -> ordinal.levels().toString();
        };
    }

    private static FieldProblem problem(String name, String detail) {
        return FieldProblem.at("/assignment/" + name.replace("~", "~0").replace("/", "~1"), detail);
    }
}
