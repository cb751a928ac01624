package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.dataset.archive.TextFile;
import io.polyphony.backend.dataset.media.MediaKind;

/**
 * Files of an archive whose paths differ in one word only, but for their endings, by which rows name them: {@code images/img_*}.
 *
 * @param folder where they lie, with the slash behind it
 * @param before what stands before the word in their names
 * @param after what stands behind it
 * @param kind what they are: image, audio or text, whichever their endings
 */
record Shelf(String folder, String before, String after, String kind) {
    /** Whether their names say more than the word. */
    boolean hasAffix() {
        return !before.isEmpty() || !after.isEmpty();
    }

    /** As people write it. */
    String pattern() {
        return "%s%s*%s (%s)".formatted(folder, before, after, kind);
    }

    /** The folder's own name; the kind of its files where they lie in none. */
    String place() {
        var own = folder.substring(folder.lastIndexOf('/', Math.max(0, folder.length() - 2)) + 1)
                .replace("/", "");
        return own.isEmpty() ? kind : own;
    }

    /** Its place, and what else stands in the names of its files. */
    String label() {
        var affix = (before + " " + after)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replace(' ', '_');
        return affix.isEmpty() ? place() : place() + "_" + affix;
    }

    /** What a file is. */
    static String kind(String path) {
        return MediaKind.byName(path)
                .map(kind -> switch (kind) {
                    case IMAGE -> "image";
                    case AUDIO -> "audio";
                })
                .orElse("text");
    }

    /** Whether a file of this kind can be a row's at all. */
    static boolean holds(String path) {
        return MediaKind.byName(path).isPresent() || TextFile.isNamed(path);
    }
}
