package io.polyphony.backend.experiment;

import static java.util.stream.Collectors.joining;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.Invalid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that a person sees all of it at once. */
final class Faults {
    private static final int SHOWN = 12;
    private final List<FieldProblem> problems = new ArrayList<>();

    void add(String pointer, String detail) {
        problems.add(FieldProblem.at(pointer, detail));
    }

    void unless(boolean holds, String pointer, String detail) {
        if (!holds) {
            add(pointer, detail);
        }
    }

    /** The name of one of several things, or a problem that says which there are; null stays null. */
    boolean known(String pointer, String kind, String name, Collection<String> names) {
        if (names.contains(name)) {
            return true;
        }
        add(pointer, "There is no %s (%s). Maybe %s.".formatted(kind, name, cure(name, names)));
        return false;
    }

    /** Runs a check of another feature, and says where in this request its complaint belongs. */
    <T> @Nullable T at(String pointer, Supplier<T> check) {
        try {
            return check.get();
        } catch (Invalid invalid) {
            add(pointer, invalid.detail());
        } catch (IllegalArgumentException wrong) {
            add(pointer, String.valueOf(wrong.getMessage()));
        }
        return null;
    }

    boolean any() {
        return !problems.isEmpty();
    }

    void raise() {
        if (any()) {
            var first = problems.getFirst().detail();
            throw new Invalid(
                    problems.size() == 1 ? first : "%d fields are wrong: %s".formatted(problems.size(), first),
                    problems);
        }
    }

    private static String cure(String name, Collection<String> names) {
        if (names.size() <= SHOWN) {
            return "one of %s was meant".formatted(String.join(", ", names));
        }
        var nearest = names.stream()
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .orElseThrow();
        return 2 * distance(name, nearest) <= name.length()
                ? "%s was meant; there are %d others".formatted(nearest, names.size() - 1)
                : "one of %s and %d more was meant"
                        .formatted(names.stream().limit(SHOWN).collect(joining(", ")), names.size() - SHOWN);
    }

    /** Whatever the case of the letters. */
    private static int distance(String one, String other) {
        return edits(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }

    /** Levenshtein's: how many letters must be changed to make one word of the other. */
    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
