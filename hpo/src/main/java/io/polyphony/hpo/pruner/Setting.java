package io.polyphony.hpo.pruner;

import java.util.Optional;

/**
 * A number that a pruner may be given.
 *
 * @param name        unique within its pruner
 * @param title       as people write it
 * @param explanation one sentence: what it is
 * @param usual       what it is unless told otherwise
 * @param least       no value is less
 * @param most        no value is more
 * @param whole       whether it counts something
 */
public record Setting(
        String name, String title, String explanation, double usual, double least, double most, boolean whole) {

    /** One that counts something. */
    static Setting count(String name, String title, int usual, int least, int most, String explanation) {
        return new Setting(name, title, explanation, usual, least, most, true);
    }

    /** One that is a share. */
    static Setting share(String name, String title, double usual, double least, double most, String explanation) {
        return new Setting(name, title, explanation, usual, least, most, false);
    }

    /** What is wrong with that value of it, and a cure. */
    public Optional<String> objection(double value) {
        boolean fine = value >= least && value <= most && (!whole || value == Math.rint(value));
        return fine
                ? Optional.empty()
                : Optional.of("%s (%s) must be %sfrom %s to %s. Maybe %s."
                        .formatted(
                                title,
                                written(value),
                                whole ? "a whole number " : "",
                                written(least),
                                written(most),
                                written(usual)));
    }

    private static String written(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
