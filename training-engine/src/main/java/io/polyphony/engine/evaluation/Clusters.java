package io.polyphony.engine.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Rows whose truth is known, those together that belong together.
 *
 * @param rows the places of each cluster's rows among the known ones
 */
record Clusters(List<int[]> rows) {

    /**
     * The clusters of the rows whose truth is known. Where all are of one, nothing tells how much another would differ, and
     * each row counts for itself.
     *
     * @param numbers by row of the predictions; rows of equal number belong together
     */
    static Clusters of(TaskPredictions predictions, int[] numbers) {
        if (numbers.length != predictions.rows()) {
            throw new IllegalArgumentException("The task (%s) has %d rows, but %d of them are in clusters."
                    .formatted(predictions.task().name(), predictions.rows(), numbers.length));
        }
        var known = predictions.knownRows();
        var places = IntStream.range(0, known.length).boxed();
        var byNumber = new LinkedHashMap<Integer, IntStream.Builder>();
        boolean one = IntStream.of(known).map(row -> numbers[row]).distinct().count() == 1;
        places.forEach(place -> byNumber.computeIfAbsent(one ? place : numbers[known[place]], _ -> IntStream.builder())
                .add(place));
        return new Clusters(byNumber.values().stream()
                .map(builder -> builder.build().toArray())
                .toList());
    }

    int count() {
        return rows.size();
    }

    /** The places of the rows of as many clusters, drawn with replacement. */
    int[] draw(SplittableRandom random) {
        return random.ints(count(), 0, count())
                .flatMap(cluster -> IntStream.of(rows.get(cluster)))
                .toArray();
    }
}
