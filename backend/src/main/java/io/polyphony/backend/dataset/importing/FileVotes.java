package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.dataset.archive.MediaFiles;
import io.polyphony.backend.dataset.media.MediaKind;
import io.polyphony.backend.dataset.table.Numbers;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts how many cells of one column mean files of the archive, whichever way they write them. */
final class FileVotes {
    /** So many cells may name nothing before a column counts as one without files. */
    private static final int PATIENCE = 100;

    private final Set<String> paths = new HashSet<>();
    private @Nullable MediaKind kind;
    private boolean mixed;
    private boolean bare;
    private long found;
    private long others;

    void cell(@Nullable String cell, MediaFiles files) {
        if (cell == null || mixed) {
            return;
        }
        var path = files.guess(cell);
        if (path.isPresent()) {
            take(cell, path.get());
        } else if (!Numbers.isMissingNumber(cell)) {
            others++;
            mixed = others > PATIENCE + found;
        }
    }

    private void take(String cell, String path) {
        var seen = MediaKind.byName(path).orElseThrow();
        mixed = kind != null && kind != seen;
        kind = seen;
        bare |= MediaKind.byName(cell).isEmpty();
        found++;
        paths.add(path);
    }

    /** The files that are named. */
    Set<String> paths() {
        return paths;
    }

    /** Whether most cells name files, all of them images or all of them sounds. */
    boolean most() {
        return !mixed && found > others;
    }

    /** Whether all these cells have the endings of files. */
    boolean plain() {
        return !bare;
    }

    /**
     * Whether names without endings are more than chance, as the numbers 0 to 9 may be among the files 0 to 999: nearly
     * every row has a file of its own, or most files are named, and most of them by no other column.
     *
     * @param media how many files there are
     * @param named files that other columns name
     */
    boolean meant(long media, Set<String> named) {
        var fresh = paths.stream().filter(path -> !named.contains(path)).count();
        return 2 * fresh > paths.size() && (2L * paths.size() >= found || 2L * paths.size() >= media);
    }
}
