package io.polyphony.backend.experiment.space;

import java.util.List;

/**
 * Something that a search may be allowed to choose.
 *
 * @param name in requests and assignments
 * @param title the name as people write it
 * @param usual whether a search tries it without being asked to
 * @param explanation one sentence: what it does and when it is good
 */
public record Choice(String name, String title, boolean usual, String explanation) {

    /** One that every search tries. */
    static Choice usual(String name, String title, String explanation) {
        return new Choice(name, title, true, explanation);
    }

    /** One that a search tries where somebody asks for it. */
    static Choice special(String name, String title, String explanation) {
        return new Choice(name, title, false, explanation);
    }

    /** A name that is a word of the language, as people write it. */
    public static String written(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }

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
