package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.dataset.archive.TextFile;
import io.polyphony.backend.dataset.media.MediaKind;

/**
 * Files of an archive whose paths differ in one word only, by which rows name them: {@code images/img_*.png}.
 *
 * @param folder where they lie, with the slash behind it
 * @param before what stands before the word in their names
 * @param after what stands behind it
 * @param ending theirs, with the dot
 */
record Shelf(String folder, String before, String after, String ending) {
    /** Whether their names say more than the word. */
    boolean hasAffix() {
        return !before.isEmpty() || !after.isEmpty();
    }

    /** As people write it. */
    String pattern() {
        return folder + before + "*" + after + ending;
    }

    /** What its files are. */
    String kind() {
        return MediaKind.byName("a" + ending)
                .map(kind -> switch (kind) {
                    case IMAGE -> "image";
                    case AUDIO -> "audio";
                })
                .orElse("text");
    }

    /** The folder's own name; the kind of its files where they lie in none. */
    String place() {
        var own = folder.substring(folder.lastIndexOf('/', Math.max(0, folder.length() - 2)) + 1)
                .replace("/", "");
        return own.isEmpty() ? kind() : own;
    }

    /** Its place, and what else stands in the names of its files. */
    String label() {
        var affix = (before + " " + after)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replace(' ', '_');
        return affix.isEmpty() ? place() : place() + "_" + affix;
    }

    /** Whether a file of this kind can be a row's at all. */
    static boolean holds(String path) {
        return MediaKind.byName(path).isPresent() || TextFile.isNamed(path);
    }
}
