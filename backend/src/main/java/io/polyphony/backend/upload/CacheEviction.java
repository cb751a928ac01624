package io.polyphony.backend.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;

/** Keeps a directory of files below a size: the ones used least recently go first. */
public final class CacheEviction {
    private CacheEviction() {}

    private record Entry(Path file, long bytes, long used) {}

    /** Deletes until the files have so many bytes at most. */
    public static void evict(Path directory, long limit) throws IOException {
        var entries = new ArrayList<Entry>();
        try (var walk = Files.walk(directory)) {
            for (var file : (Iterable<Path>) walk::iterator) {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    entries.add(new Entry(
                            file,
                            attributes.size(),
                            attributes.lastModifiedTime().toMillis()));
                }
            }
        }
        var total = entries.stream().mapToLong(Entry::bytes).sum();
        entries.sort(Comparator.comparingLong(Entry::used));
        for (var i = 0; total > limit && i < entries.size(); i++) {
            Files.deleteIfExists(entries.get(i).file());
            total -= entries.get(i).bytes();
        }
    }
}
