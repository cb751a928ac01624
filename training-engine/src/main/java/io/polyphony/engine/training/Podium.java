package io.polyphony.engine.training;

import io.polyphony.engine.program.Parameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The best epochs so far, the best first; of equally good ones that of the least loss, then the earlier. Few rows tell few
 * accuracies apart, and a network that has learned nothing yet may be right as often as the next ones.
 */
final class Podium {
    private final List<KeptEpoch> places = new ArrayList<>();

    Podium(int size, Parameters parameters) {
        for (int i = 0; i < size; i++) {
            places.add(new KeptEpoch(parameters));
        }
    }

    /** Gives the epoch a place if it is good enough; returns whether it has a better score than all. */
    boolean offer(
            int epoch, double score, double loss, Map<String, Map<String, Double>> metrics, Parameters parameters) {
        var last = places.getLast();
        boolean better = score > best().score;
        if (score > last.score || score == last.score && loss < last.loss) {
            last.take(epoch, score, loss, metrics, parameters);
            places.sort(Comparator.comparingDouble((KeptEpoch place) -> -place.score)
                    .thenComparingDouble(place -> place.loss)
                    .thenComparingInt(place -> place.taken() ? place.epoch : Integer.MAX_VALUE));
        }
        return better;
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
        return places.stream().filter(KeptEpoch::taken).toList();
    }
}
