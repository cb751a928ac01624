package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.SplitPart;
import io.polyphony.backend.dataset.media.MediaKind;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Refuses archives whose data lie in files that are not read, rather than to leave these out without a word. */
public final class Unread {
    private static final Set<String> MEDIA = Set.of("heic", "heif", "avif", "jp2", "aac", "wma", "amr");
    private static final Set<String> TABLES = Set.of("xls", "xlsb", "ods", "feather", "arrow");
    private static final Set<String> NOTES = Set.of("txt", "xml", "json");
    private static final double SOME = 0.1;

    private Unread() {}

    /** @throws ImportRefused where a tenth of all media or more are of another kind */
    public static void refuseMedia(String archive, Collection<String> paths) {
        var unread = of(paths, MEDIA);
        var media = paths.stream()
                .filter(path -> MediaKind.byName(path).isPresent())
                .count();
        if (!unread.isEmpty() && unread.size() >= SOME * media) {
            throw refused(
                    archive,
                    "The archive holds %d files of a kind that is not read (such as %s).\nMaybe save images as PNG or JPEG, and sounds as WAV or FLAC."
                            .formatted(unread.size(), unread.getFirst()));
        }
    }

    /**
     * For an archive without a table.
     *
     * @throws ImportRefused where one is there, but of another kind
     */
    public static void refuseTables(String archive, Collection<String> paths) {
        var tables = of(paths, TABLES);
        if (!tables.isEmpty()) {
            throw refused(
                    archive,
                    "The table (%s) is of a kind that is not read.\nMaybe save it as CSV and pack that."
                            .formatted(tables.getFirst()));
        }
    }

    /**
     * For an archive of media and no table.
     *
     * @param classes the folders of its media
     * @throws ImportRefused where notes and not folders tell the pictures apart
     */
    public static void refuseNotes(String archive, Collection<String> paths, Set<String> classes) {
        var notes = of(paths, NOTES).stream()
                .filter(path -> !path.toLowerCase(Locale.ROOT).contains("readme"))
                .toList();
        var told = classes.stream().filter(name -> SplitPart.of(name).isEmpty()).count();
        if (told == 1 && !notes.isEmpty() || told == 0 && notes.size() > 1) {
            throw refused(
                    archive,
                    "The pictures lie in one folder, and what is known of them in files that are not read (%d, such as %s).\nMaybe add a CSV with a column of the pictures' names and one of what they show; boxes are written as label x y w h; .. in pixels."
                            .formatted(notes.size(), notes.getFirst()));
        }
    }

    private static List<String> of(Collection<String> paths, Set<String> endings) {
        return paths.stream()
                .filter(path -> endings.contains(
                        path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static ImportRefused refused(String archive, String detail) {
        return new ImportRefused(FieldProblem.in(archive, null, null, detail));
    }
}
