package io.polyphony.backend.experiment;

import io.polyphony.backend.experiment.space.DataFacts;
import io.polyphony.engine.data.Modality;
import org.jspecify.annotations.Nullable;

/**
 * How many rows may be learned five times over, so that the search still tries several networks: of tables and texts 1500 per
 * minute, of pictures of 28 pixels and recordings of two seconds 1000. Searches of tables with 1333 per minute and of files with 133 to
 * 1333 gained by it, with 2000 and more neither gained nor lost (ADR-0026); how many larger files a minute has room for is reckoned and not measured.
 *
 * @param most train rows, whatever the budget is; 0: folds are never used
 * @param minutes that the search may take; null: as long as its trials take
 */
record FoldBudget(int most, @Nullable Double minutes) {
    /** Of so few rows without media a trial in folds takes no time. */
    private static final int FEW = 1000;

    private static final int ROWS_PER_MINUTE = 1500;
    private static final int FILES_PER_MINUTE = 1000;
    private static final double PIXELS = 28;
    /** Networks bring larger pictures down to about so many pixels at once. */
    private static final int GRID = 64;

    private static final double SECONDS = 2;

    /** With fewer train rows folds are worth it. */
    int belowRows(DataFacts facts) {
        boolean files = facts.modalities().contains(Modality.IMAGE)
                || facts.modalities().contains(Modality.AUDIO);
        if (most == 0 || files && (minutes == null || facts.tasks().draws())) {
            return 0;
        }
        if (minutes == null) {
            return most;
        }
        return files
                ? (int) Math.min(FILES_PER_MINUTE * minutes / work(facts), most)
                : (int) Math.clamp(ROWS_PER_MINUTE * minutes, Math.min(FEW, most), most);
    }

    /** How much longer a row takes than a small picture. */
    private static double work(DataFacts facts) {
        double side = Math.min(facts.media().pixels(), GRID) / PIXELS;
        return Math.max(1, side * side + facts.media().seconds() / SECONDS);
    }
}
