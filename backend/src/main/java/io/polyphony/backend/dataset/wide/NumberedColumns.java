package io.polyphony.backend.dataset.wide;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Columns side by side whose names count on by one: {@code pixel0} to {@code pixel783}, {@code 1x1} to {@code 28x28}, or numbers alone.
 *
 * @param from the first of them, 0-based
 * @param to the first behind them
 */
record NumberedColumns(int from, int to) {
    /** The longest of a table; empty where no two names count on. */
    static Optional<NumberedColumns> longest(List<String> names) {
        var labels = names.stream().map(Label::of).toList();
        var starts = IntStream.range(0, labels.size())
                .filter(i -> i == 0 || !labels.get(i).follows(labels.get(i - 1)))
                .boxed()
                .toList();
        return IntStream.range(0, starts.size())
                .mapToObj(i ->
                        new NumberedColumns(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : labels.size()))
                .max(Comparator.comparingInt(NumberedColumns::count))
                .filter(run -> run.count() > 1);
    }

    int count() {
        return to - from;
    }

    /**
     * A name, taken apart.
     *
     * @param words around the numbers
     */
    private record Label(List<String> words, List<Long> numbers) {
        private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

        static Label of(String name) {
            var numbers = NUMBER.matcher(name)
                    .results()
                    .map(found -> Long.valueOf(found.group()))
                    .toList();
            return new Label(List.of(NUMBER.split(name, -1)), numbers);
        }

        /** Whether it comes next: in the row of a grid, or at the start of its next row. */
        boolean follows(Label before) {
            if (numbers.isEmpty() || !words.equals(before.words)) {
                return false;
            }
            int last = numbers.size() - 1;
            boolean onward = numbers.get(last) == before.numbers.get(last) + 1;
            return onward && numbers.subList(0, last).equals(before.numbers.subList(0, last))
                    || last == 1 && numbers.getFirst() == before.numbers.getFirst() + 1 && numbers.getLast() <= 1;
        }
    }
}
