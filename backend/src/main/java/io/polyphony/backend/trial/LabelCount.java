package io.polyphony.backend.trial;

/**
 * How many labels a task really has: rows without one teach it nothing and count in none of its metrics.
 *
 * @param test how many sealed rows have one, which tells nothing of what they say
 */
public record LabelCount(String task, Part train, Part validation, Part test) {

    /**
     * One part of the split.
     *
     * @param rows all of them
     * @param labelled those of which anything is known
     * @param labels what is known of them: of vectors and forecasts each number counts, of sets each label
     */
    public record Part(int rows, int labelled, long labels) {}
}
