package io.polyphony.backend.dataset.archive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the file of an archive that a cell names: from the archive's root, from the table's folder, or by a name that is there once. */
public final class MediaFiles {
    private final UploadArchive archive;
    private final String folder;
    private final Map<String, String> byLastName = new HashMap<>();

    /** @param table the path of the table within the archive */
    public MediaFiles(UploadArchive archive, String table) {
        this.archive = archive;
        this.folder = table.substring(0, table.lastIndexOf('/') + 1);
        Set<String> twice = new HashSet<>();
        for (var path : archive.paths()) {
            var last = path.substring(path.lastIndexOf('/') + 1);
            if (byLastName.putIfAbsent(last, path) != null) {
                twice.add(last);
            }
        }
        byLastName.keySet().removeAll(twice);
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
}
