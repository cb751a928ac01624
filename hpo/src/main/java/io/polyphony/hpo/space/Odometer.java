package io.polyphony.hpo.space;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Counts through the assignments of a space, lazily, the last parameter fastest.
 *
 * @param counts how many values of a parameter: all, or fewer evenly spread
 */
record Odometer(SearchSpace space, ToLongFunction<Parameter> counts) {

    Stream<Assignment> assignments() {
        return from(0, Map.of());
    }

    private Stream<Assignment> from(int index, Map<String, Object> chosen) {
        List<Parameter> parameters = space.parameters();
        if (index == parameters.size()) {
            return Stream.of(space.assign(parameter -> chosen.getOrDefault(parameter.name(), "")));
        }
        Parameter parameter = parameters.get(index);
        return parameter.active(chosen)
                ? values(parameter).flatMap(value -> from(index + 1, with(chosen, parameter.name(), value)))
                : from(index + 1, chosen);
    }

    private Stream<Object> values(Parameter parameter) {
        long count = counts.applyAsLong(parameter);
        return LongStream.range(0, count)
                .mapToObj(index ->
                        count == parameter.count() ? parameter.valueAt(index) : parameter.at((index + 0.5) / count));
    }

    private static Map<String, Object> with(Map<String, Object> chosen, String name, Object value) {
        var more = new HashMap<>(chosen);
        more.put(name, value);
        return more;
    }
}
