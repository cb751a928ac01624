package io.polyphony.backend.experiment.space;

import io.polyphony.engine.data.Modality;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many passes over the rows a trial may take. Few rows need many passes before a network has made steps enough, above
 * all on numbers; words and pictures are learnt by heart sooner, and a pass over pictures costs more.
 */
public final class EpochLevels {
    private static final int ROWS_OF_TABLES = 400_000;
    private static final int ROWS_OF_WORDS = 150_000;
    private static final int ROWS_OF_MEDIA = 60_000;
    /** Fewer steps than these take, and convolutions have not begun to see anything; each pixel of a mask is a row of its own. */
    private static final int FEWEST_ROWS_OF_MEDIA = 20_000;

    private static final int MOST = 300;

    private EpochLevels() {}

    /** From a short training to a long one, ascending, at least one. */
    public static List<Integer> of(DataFacts facts) {
        int shortest = shortest(facts);
        int longest = longest(facts, shortest);
        int middle = (int) Math.round(Math.sqrt((double) shortest * longest));
        return Stream.of(shortest, middle, longest)
                .distinct()
                .filter(epochs -> facts.tablesOnly() || epochs != middle || shortest == longest)
                .toList();
    }

    /** The levels of a search; a number of epochs that a person asked for is the only one. */
    static List<Integer> of(DataFacts facts, int most) {
        var levels = of(facts);
        return levels.getLast() == most ? levels : List.of(most);
    }

    private static int shortest(DataFacts facts) {
        long rows = Math.max(1, facts.rows());
        if (seesOrHears(facts) && !facts.tasks().draws() && rows < 5_000) {
            return (int) Math.clamp(FEWEST_ROWS_OF_MEDIA / rows, 25, 60);
        }
        return rows < 5_000 ? 25 : rows < 50_000 ? 30 : 10;
    }

    private static boolean seesOrHears(DataFacts facts) {
        return facts.has(Modality.IMAGE) || facts.has(Modality.AUDIO);
    }

    private static int longest(DataFacts facts, int shortest) {
        if (facts.tablesOnly()) {
            return (int) Math.clamp(ROWS_OF_TABLES / Math.max(1, facts.rows()), shortest, MOST);
        }
        boolean media = seesOrHears(facts);
        return (int) Math.clamp(
                (media ? ROWS_OF_MEDIA : ROWS_OF_WORDS) / Math.max(1, facts.rows()),
                shortest,
                (media ? 2L : 3L) * shortest);
    }
}
