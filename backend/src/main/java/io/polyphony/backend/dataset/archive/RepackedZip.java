package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** The files of an archive of another kind, as a ZIP that packs nothing more densely; tables that were packed once more come out. */
final class RepackedZip implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final ZipArchiveOutputStream zip;
    private final Allowance allowance;
    private final ArchiveLimits limits;
    private final LongConsumer watcher;
    private long files;

    /** @param watcher told how many files there are, after each */
    RepackedZip(Path place, Allowance allowance, ArchiveLimits limits, LongConsumer watcher) throws IOException {
        this.zip = new ZipArchiveOutputStream(place);
        this.zip.setMethod(ZipEntry.STORED);
        this.allowance = allowance;
        this.limits = limits;
        this.watcher = watcher;
    }

    /** @throws ImportRefused when the archive is damaged, or holds links or too many files */
    void addTar(InputStream content) throws IOException {
        var tar = new TarArchiveInputStream(content);
        for (var entry = next(tar); entry.isPresent(); entry = next(tar)) {
            var file = entry.get();
            if (file.isSymbolicLink() || file.isLink()) {
                throw refused(
                        file.getName(), "The entry is a link, not a file.\nMaybe pack the file that it points to.");
            }
            if (file.isFile()) {
                add(file.getName().replaceFirst("^(\\./)+", ""), tar);
            }
        }
    }

    private Optional<TarArchiveEntry> next(TarArchiveInputStream tar) {
        try {
            return Optional.ofNullable(tar.getNextEntry());
        } catch (IOException | IllegalArgumentException damaged) {
            throw allowance.damaged(damaged);
        }
    }

    /** @throws ImportRefused when a packed table is damaged */
    void addAll(UploadArchive archive) throws IOException {
        for (var path : archive.paths()) {
            try (var content = archive.source(path).open()) {
                add(path, content);
            }
        }
    }

    private void add(String name, InputStream content) throws IOException {
        if (++files > limits.entries()) {
            throw refused(name, "The archive has more than %d files.".formatted(limits.entries()));
        }
        if (Packing.isTable(name)) {
            try (var table = table(name, content)) {
                put(Packing.bare(name), table);
            }
        } else {
            put(name, content);
        }
        watcher.accept(files);
    }

    private void put(String name, InputStream content) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        allowance.copy(content, zip);
        zip.closeArchiveEntry();
    }

    private static InputStream table(String name, InputStream content) throws IOException {
        var kept = new BufferedInputStream(content, BUFFER) {
            @Override
            public void close() {
                // The archive goes on behind this file.
            }
        };
        return Packing.unpacked(kept)
                .orElseThrow(() -> refused(
                        name,
                        "The file is not packed, though its name ends as if it were.\nMaybe call it (%s)."
                                .formatted(Packing.bare(name))));
    }

    private static ImportRefused refused(String file, String detail) {
        return new ImportRefused(FieldProblem.in(file, null, null, detail));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
