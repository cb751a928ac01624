package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.SplitPart;
import io.polyphony.backend.dataset.media.MediaKind;
import io.polyphony.backend.dataset.table.RowSource;
import io.polyphony.media.Sounds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An archive without a table, read as {@code class/file} or {@code split/class/file}: a folder is a class. */
public final class FolderTable implements RowSource {
    private static final int WITH_SPLIT = 3;
    private static final String TEXT = "text";
    private final String archive;
    private final String prefix;
    private final String column;
    private final List<String> paths;
    private final boolean split;

    private FolderTable(String archive, String prefix, String column, List<String> paths, boolean split) {
        this.archive = archive;
        this.prefix = prefix;
        this.column = column;
        this.paths = paths;
        this.split = split;
    }

    /** @throws ImportRefused when the archive holds neither media nor texts, or both kinds of media */
    public static FolderTable of(String archive, Collection<String> files) {
        var images = of(files, MediaKind.IMAGE);
        var sounds = of(files, MediaKind.AUDIO);
        if (!images.isEmpty() && !sounds.isEmpty()) {
            throw refused(
                    archive,
                    "The archive holds images and sound but no CSV that says which belong together.\nMaybe add one with a column for each.");
        }
        if (images.isEmpty() && sounds.isEmpty()) {
            return texts(archive, files);
        }
        return images.isEmpty() ? of(archive, "audio", sounds) : of(archive, "image", images);
    }

    /** Tables that are recordings, of which every class has several; empty where they are not laid out so. */
    public static Optional<FolderTable> ofRecordings(String archive, Collection<String> tables) {
        var found = of(archive, "series", List.copyOf(tables));
        var counts = found.paths.stream()
                .map(path -> path.split("/"))
                .filter(parts -> parts.length == (found.split ? WITH_SPLIT : 2))
                .collect(Collectors.groupingBy(parts -> parts[parts.length - 2], Collectors.counting()));
        boolean all = counts.values().stream().mapToLong(Long::longValue).sum() == tables.size();
        return Optional.of(found)
                .filter(_ ->
                        all && counts.size() > 1 && counts.values().stream().allMatch(count -> count > 1));
    }

    /** Text files beside folders of such are notes. */
    private static FolderTable texts(String archive, Collection<String> files) {
        var texts = files.stream().filter(TextFile::isNamed).toList();
        var above = new HashSet<String>();
        texts.forEach(path -> {
            for (var folder = folder(folder(path)); above.add(folder) && !folder.isEmpty(); ) {
                folder = folder(folder);
            }
        });
        var leaves =
                texts.stream().filter(path -> !above.contains(folder(path))).toList();
        if (leaves.isEmpty()) {
            throw refused(
                    archive,
                    "The archive holds neither a CSV nor images, sounds (%s) or texts in a folder per class.\nMaybe the table has another format: save it as CSV or JSON Lines."
                            .formatted(Sounds.NAMES));
        }
        return of(archive, TEXT, leaves);
    }

    private static FolderTable of(String archive, String column, List<String> paths) {
        var prefix = commonFolder(paths);
        var inner = paths.stream().map(p -> p.substring(prefix.length())).toList();
        var split = inner.stream()
                .allMatch(p -> p.split("/").length == WITH_SPLIT
                        && SplitPart.of(p.substring(0, p.indexOf('/'))).isPresent());
        return new FolderTable(archive, prefix, column, inner, split);
    }

    private static List<String> of(Collection<String> files, MediaKind kind) {
        return files.stream()
                .filter(file -> MediaKind.byName(file).filter(kind::equals).isPresent())
                .toList();
    }

    private static ImportRefused refused(String archive, String detail) {
        return new ImportRefused(FieldProblem.in(archive, null, null, detail));
    }

    /** The folder of a path, empty for the root. */
    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Whether its files are texts, whose contents make the cells. */
    public boolean ofTexts() {
        return column.equals(TEXT);
    }

    /** The names of the folders in which files lie. */
    public Set<String> classes() {
        return paths.stream()
                .map(path -> path.split("/"))
                .filter(parts -> parts.length > 1)
                .map(parts -> parts[parts.length - 2])
                .collect(Collectors.toSet());
    }

    @Override
    public String name() {
        return archive;
    }

    @Override
    public List<String> columns() {
        return split ? List.of(column, "label", "split") : List.of(column, "label");
    }

    @Override
    public long forEach(RowSink sink, Problems problems) {
        var cells = new @Nullable String[columns().size()];
        var rows = 0L;
        for (var path : paths) {
            var parts = path.split("/");
            if (parts.length != (split ? WITH_SPLIT : 2)) {
                problems.add(
                        FieldProblem.in(
                                prefix + path,
                                null,
                                "label",
                                "The file does not lie in a folder of a class.\nMaybe move it: every file goes to class/file or, for all files alike, to train/class/file and test/class/file."));
                continue;
            }
            cells[0] = prefix + path;
            cells[1] = parts[parts.length - 2];
            if (split) {
                cells[2] = parts[0];
            }
            rows++;
            sink.row(rows + 1, cells);
        }
        return rows;
    }

    /** The folder that everything lies in, as far as it is not a class or a part of the split. */
    private static String commonFolder(Collection<String> paths) {
        var folders = new ArrayList<>(List.of(paths.iterator().next().split("/")));
        folders.removeLast();
        var common = new StringBuilder();
        for (var folder : folders) {
            var longer = common + folder + "/";
            var inAll = paths.stream().allMatch(p -> p.startsWith(longer) && p.indexOf('/', longer.length()) > 0);
            if (!inAll || SplitPart.of(folder).isPresent()) {
                break;
            }
            common.append(folder).append('/');
        }
        return common.toString();
    }
}
