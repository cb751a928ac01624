package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.dataset.media.MediaKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the file of an archive that a cell names: from the archive's root, from the table's folder, or by a name that is there once. */
public final class MediaFiles {
    private final UploadArchive archive;
    private final String folder;
    private final Map<String, String> byLastName = new HashMap<>();
    private final Map<String, List<String>> media = new HashMap<>();
    private final Map<String, List<String>> numbered = new HashMap<>();
    private long count;

    /** @param table the path of the table within the archive */
    public MediaFiles(UploadArchive archive, String table) {
        this.archive = archive;
        this.folder = table.substring(0, table.lastIndexOf('/') + 1);
        Set<String> twice = new HashSet<>();
        for (var path : archive.paths()) {
            if (byLastName.putIfAbsent(last(path), path) != null) {
                twice.add(last(path));
            }
            if (MediaKind.byName(path).isPresent()) {
                note(path);
            }
        }
        byLastName.keySet().removeAll(twice);
    }

    private void note(String path) {
        var name = last(stem(lower(path)));
        media.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(path);
        if (isNumber(name)) {
            numbered.computeIfAbsent(withoutZeros(name), _ -> new ArrayList<>(1))
                    .add(path);
        }
        count++;
    }

    /** How many images and sounds there are. */
    public long count() {
        return count;
    }

    /** The path within the archive. */
    public Optional<String> find(String cell) {
        var name = EntryName.normalised(cell);
        if (archive.contains(folder + name)) {
            return Optional.of(folder + name);
        }
        if (archive.contains(name)) {
            return Optional.of(name);
        }
        return name.indexOf('/') >= 0 ? Optional.empty() : Optional.ofNullable(byLastName.get(name));
    }

    /**
     * The one image or sound that the cell means though it writes its path otherwise: with backslashes, from the root of a
     * disk, from a folder further up or down, in another case, without its ending, or as a number without the zeros that
     * stand before it (7 for 007.png). Empty where none or several fit, or where the name leads out of the archive.
     */
    public Optional<String> guess(String cell) {
        var name = EntryName.relative(cell);
        if (EntryName.isAddress(cell) || EntryName.fault(name).isPresent()) {
            return Optional.empty();
        }
        return find(name)
                .filter(path -> MediaKind.byName(path).isPresent())
                .or(() -> alone(fitting(lower(name)), lower(folder + name)));
    }

    private List<String> fitting(String name) {
        var ends = MediaKind.byName(name).isPresent();
        if (isNumber(name) && !media.containsKey(name)) {
            return numbered.getOrDefault(withoutZeros(name), List.of());
        }
        return media.getOrDefault(last(ends ? stem(name) : name), List.of()).stream()
                .filter(path -> fits(ends ? lower(path) : stem(lower(path)), name))
                .toList();
    }

    /** A path without a folder says too little to stand for one with a folder. */
    private static boolean fits(String path, String name) {
        return path.equals(name) || path.endsWith("/" + name) || path.indexOf('/') >= 0 && name.endsWith("/" + path);
    }

    /** The only path, or the only one in the table's folder. */
    private static Optional<String> alone(List<String> paths, String beside) {
        var near = paths.stream()
                .filter(path -> lower(path).equals(beside) || stem(lower(path)).equals(beside))
                .toList();
        var found = near.size() == 1 ? near : paths;
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String stem(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }

    private static String lower(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
