package io.polyphony.backend.experiment.space;

import java.util.List;

/**
 * Something that a search may be allowed to choose.
 *
 * @param name in requests, assignments and on screen
 * @param usual whether a search tries it without being asked to
 * @param explanation one sentence: what it does and when it is good
 */
public record Choice(String name, boolean usual, String explanation) {

    /** The names of all. */
    public static List<String> names(List<Choice> choices) {
        return choices.stream().map(Choice::name).toList();
    }

    /** The names of those that every search tries. */
    public static List<String> usual(List<Choice> choices) {
        return names(choices.stream().filter(Choice::usual).toList());
    }

    static IllegalArgumentException unknown(String kind, String name, List<Choice> choices) {
        return new IllegalArgumentException(
                "The assignment names the %s (%s), but this version knows only %s. Maybe a newer worker proposed it."
                        .formatted(kind, name, names(choices)));
    }
}
