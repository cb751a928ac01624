package io.polyphony.hpo.space;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Everything that may be chosen. A parameter may depend on an earlier one, which makes the space a forest of branches.
 *
 * @param parameters parents before children; names are unique
 */
public record SearchSpace(List<Parameter> parameters) {

    public SearchSpace {
        parameters = List.copyOf(parameters);
        var seen = new HashMap<String, Parameter>();
        for (Parameter parameter : parameters) {
            parameter.condition().ifPresent(condition -> checkParent(parameter, condition, seen));
            if (seen.put(parameter.name(), parameter) != null) {
                throw new IllegalArgumentException("The parameter (%s) is declared twice.".formatted(parameter.name()));
            }
        }
    }

    /** The space of these parameters, parents before children. */
    public static SearchSpace of(Parameter... parameters) {
        return new SearchSpace(List.of(parameters));
    }

    /** An assignment whose values the chooser gives; it is asked only for parameters whose condition holds, parents first. */
    public Assignment assign(Function<Parameter, Object> chooser) {
        var values = new LinkedHashMap<String, Object>();
        for (Parameter parameter : parameters) {
            if (parameter.active(values)) {
                values.put(parameter.name(), chooser.apply(parameter));
            }
        }
        return new Assignment(values);
    }

    /** A draw from the prior. */
    public Assignment sample(RandomGenerator random) {
        return assign(parameter -> parameter.sample(random));
    }

    /** The values as an assignment of this space (order and number types put right), or nothing if they are not exactly one. */
    public Optional<Assignment> accept(Map<String, ?> raw) {
        var values = new LinkedHashMap<String, Object>();
        for (Parameter parameter : parameters) {
            Object value = raw.get(parameter.name());
            if (parameter.active(values) != (value != null)) {
                return Optional.empty();
            }
            if (value != null) {
                Optional<Object> accepted = parameter.accept(value);
                if (accepted.isEmpty()) {
                    return Optional.empty();
                }
                values.put(parameter.name(), accepted.get());
            }
        }
        return values.size() == raw.size() ? Optional.of(new Assignment(values)) : Optional.empty();
    }

    /** Whether the assignment has exactly the parameters whose condition holds, each with one of its values. */
    public boolean contains(Assignment assignment) {
        return accept(assignment.values()).isPresent();
    }

    /** The parameter of that name. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /**
     * All assignments, lazily and in order.
     *
     * @param resolution at how many positions to take a continuous parameter
     */
    public Stream<Assignment> assignments(int resolution) {
        return new Odometer(this, resolution).assignments();
    }

    private static void checkParent(Parameter child, Condition condition, Map<String, Parameter> seen) {
        Parameter parent = seen.get(condition.parent());
        if (parent == null) {
            throw new IllegalArgumentException(
                    "The parameter (%s) depends on (%s), which is not declared before it. Maybe swap them."
                            .formatted(child.name(), condition.parent()));
        }
        for (String value : condition.values()) {
            if (!takes(parent, value)) {
                throw new IllegalArgumentException(
                        "The parameter (%s) depends on the value (%s), which (%s) never takes."
                                .formatted(child.name(), value, parent));
            }
        }
    }

    private static boolean takes(Parameter parent, String text) {
        return switch (parent) {
            case RealParameter _ -> false;
            case IntegerParameter whole ->
                text.matches("-?\\d{1,18}") && whole.accept(Long.valueOf(text)).isPresent();
            case CategoricalParameter choice -> choice.choices().contains(text);
            case OrdinalParameter ordinal ->
                ordinal.levels().stream().map(String::valueOf).anyMatch(text::equals);
        };
    }
}
