package io.polyphony.engine.training;

import io.polyphony.engine.program.Parameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The best epochs so far, the best first; of equally good ones the earlier. */
final class Podium {
    private final List<KeptEpoch> places = new ArrayList<>();

    Podium(int size, Parameters parameters) {
        for (int i = 0; i < size; i++) {
            places.add(new KeptEpoch(parameters));
        }
    }

    /** Gives the epoch a place if it is good enough; returns whether it is the best. */
    boolean offer(int epoch, double score, Map<String, Map<String, Double>> metrics, Parameters parameters) {
        var last = places.getLast();
        if (!(score > last.score)) {
            return false;
        }
        last.take(epoch, score, metrics, parameters);
        places.sort(Comparator.comparingDouble((KeptEpoch place) -> -place.score)
                .thenComparingInt(place -> place.epoch == 0 ? Integer.MAX_VALUE : place.epoch));
        return places.getFirst() == last;
    }

    KeptEpoch best() {
        return places.getFirst();
    }

    /** All places, taken or not. */
    List<KeptEpoch> places() {
        return places;
    }

    /** Those that are taken. */
    List<KeptEpoch> taken() {
        return places.stream().filter(place -> place.epoch > 0).toList();
    }
}
