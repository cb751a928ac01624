package io.polyphony.hpo.space;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Everything that may be chosen. A parameter may depend on an earlier one, which makes the space a forest of branches.
 *
 * @param parameters  parents before children; names are unique
 * @param constraints what parameters may not be together
 */
public record SearchSpace(List<Parameter> parameters, List<Constraint> constraints) {

    private static final int DRAWS = 10_000;

    public SearchSpace {
        parameters = List.copyOf(parameters);
        constraints = List.copyOf(constraints);
        var seen = new HashMap<String, Parameter>();
        for (Parameter parameter : parameters) {
            parameter.condition().ifPresent(condition -> checkParent(parameter, condition, seen));
            if (seen.put(parameter.name(), parameter) != null) {
                throw new IllegalArgumentException("The parameter (%s) is declared twice.".formatted(parameter.name()));
            }
        }
        constraints.forEach(constraint -> checkNumbers(constraint, seen));
    }

    /** A space without constraints. */
    public SearchSpace(List<Parameter> parameters) {
        this(parameters, List.of());
    }

    /** The space of these parameters, parents before children. */
    public static SearchSpace of(Parameter... parameters) {
        return new SearchSpace(List.of(parameters));
    }

    /** The same space, with these constraints as well. */
    public SearchSpace with(Constraint... more) {
        return new SearchSpace(
                parameters, Stream.concat(constraints.stream(), Stream.of(more)).toList());
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

    /**
     * A draw from the prior, among what the constraints allow.
     *
     * @throws IllegalStateException if they allow next to nothing
     */
    public Assignment sample(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            Assignment assignment = assign(parameter -> parameter.sample(random));
            if (allows(assignment.values())) {
                return assignment;
            }
        }
        throw new IllegalStateException(
                "None of %d draws keeps to the constraints %s. Maybe loosen them.".formatted(DRAWS, constraints));
    }

    private boolean allows(Map<String, Object> values) {
        return constraints.stream().allMatch(constraint -> constraint.holds(values));
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
        return values.size() == raw.size() && allows(values) ? Optional.of(new Assignment(values)) : Optional.empty();
    }

    /** Whether the assignment has exactly the parameters whose condition holds, each with one of its values, and keeps to the constraints. */
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
        return counted(parameter -> parameter.count() < Long.MAX_VALUE ? parameter.count() : resolution);
    }

    /**
     * The corners of a grid, lazily and in order; a corner may come twice where several positions stand for one value.
     *
     * @param resolution at how many positions to take a parameter that has an order and more values than that
     */
    public Stream<Assignment> grid(int resolution) {
        return counted(parameter -> parameter.ordered() ? Math.min(parameter.count(), resolution) : parameter.count());
    }

    private Stream<Assignment> counted(ToLongFunction<Parameter> counts) {
        return new Odometer(this, counts).assignments().filter(assignment -> allows(assignment.values()));
    }

    private static void checkNumbers(Constraint constraint, Map<String, Parameter> seen) {
        for (String name : constraint.names()) {
            if (!(seen.get(name) instanceof Parameter parameter) || parameter instanceof CategoricalParameter) {
                throw new IllegalArgumentException(
                        "The constraint %s names (%s), which is not a number of the space %s."
                                .formatted(constraint, name, seen.keySet()));
            }
        }
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
