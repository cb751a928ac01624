package io.polyphony.hpo.space;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that parameters share. */
final class Names {

    private Names() {}

    static void check(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A parameter's name is blank. Maybe it was left out.");
        }
    }

    static void checkOptions(String name, List<?> options) {
        check(name);
        if (options.isEmpty() || new HashSet<>(options).size() != options.size()) {
            throw new IllegalArgumentException(
                    "The parameter (%s) needs at least one option and none twice, but has %s."
                            .formatted(name, options));
        }
    }

    static Condition condition(String parent, Object... values) {
        Set<String> texts = Arrays.stream(values).map(String::valueOf).collect(Collectors.toSet());
        return new Condition(parent, texts);
    }

    static IllegalArgumentException stranger(Parameter parameter, Object value) {
        return new IllegalArgumentException(
                "The value (%s) is not one of the parameter's (%s).".formatted(value, parameter));
    }
}
