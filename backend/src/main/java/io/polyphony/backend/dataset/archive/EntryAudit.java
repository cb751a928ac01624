package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Looks at every header of an archive and refuses it before anything is unpacked. */
final class EntryAudit {
    /** As MNIST comes: one file packed by gzip, which is read as it is. */
    private static final Pattern PACKED_ARRAY = Pattern.compile("(?i)[-_.]idx[1-4]-\\w+\\.gz$");

    private static final Set<String> ARCHIVES =
            Set.of("zip", "gz", "tgz", "tar", "7z", "rar", "bz2", "xz", "zst", "jar");
    private final ZipFile zip;
    private final String archive;
    private final ArchiveLimits limits;
    private final Problems problems = new Problems();

    EntryAudit(ZipFile zip, String archive, ArchiveLimits limits) {
        this.zip = zip;
        this.archive = archive;
        this.limits = limits;
    }

    /** The files worth reading by path. */
    Map<String, ZipArchiveEntry> files() {
        var entries = new ArrayList<ZipArchiveEntry>();
        zip.getEntriesInPhysicalOrder().asIterator().forEachRemaining(entries::add);
        checkWhole(entries);
        var files = new LinkedHashMap<String, ZipArchiveEntry>();
        for (var entry : entries) {
            if (check(entry) && !entry.isDirectory() && !EntryName.isClutter(entry.getName())) {
                add(files, entry);
            }
        }
        problems.refuseIfAny();
        return files;
    }

    private void checkWhole(List<ZipArchiveEntry> entries) {
        if (entries.isEmpty()) {
            refuse("", "The archive is empty.");
        }
        if (entries.size() > limits.entries()) {
            refuse("", "The archive has %d entries; at most %d are read.".formatted(entries.size(), limits.entries()));
        }
        var total = entries.stream().mapToLong(e -> Math.max(0, e.getSize())).sum();
        if (total > limits.total()) {
            refuse(
                    "",
                    "The archive is refused as a ZIP bomb: it says that it unpacks to %d MiB; at most %d are read."
                            .formatted(total >> 20, limits.total() >> 20));
        }
        checkOverlap(entries);
        problems.refuseIfAny();
    }

    /** Entries that share packed bytes are the trick behind bombs without nesting. */
    private void checkOverlap(List<ZipArchiveEntry> entries) {
        var sorted = entries.stream()
                .filter(e -> e.getDataOffset() >= 0)
                .sorted(Comparator.comparingLong(ZipArchiveEntry::getDataOffset))
                .toList();
        var end = 0L;
        for (var entry : sorted) {
            if (entry.getLocalHeaderOffset() < end) {
                refuse(entry.getName(), "The archive is refused as a ZIP bomb: its entries overlap.");
                return;
            }
            end = entry.getDataOffset() + Math.max(0, entry.getCompressedSize());
        }
    }

    private boolean check(ZipArchiveEntry entry) {
        var fault = EntryName.fault(entry.getName());
        if (fault.isPresent()) {
            return refuse(
                    printable(entry.getName()),
                    "The name (%s) is refused because %s.\nMaybe pack the folder again with an ordinary tool."
                            .formatted(printable(entry.getName()), fault.get()));
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return refuse(entry.getName(), "The file is encrypted.\nMaybe pack it again without a password.");
        }
        if (entry.isUnixSymlink()) {
            return refuse(entry.getName(), "The entry is a link, not a file.\nMaybe pack the file that it points to.");
        }
        return entry.isDirectory() || EntryName.isClutter(entry.getName()) || checkFile(entry);
    }

    private boolean checkFile(ZipArchiveEntry entry) {
        var size = entry.getSize();
        if (size > limits.ratioFrom() && size / Math.max(1, entry.getCompressedSize()) > limits.ratio()) {
            return refuse(
                    entry.getName(),
                    "The archive is refused as a ZIP bomb: the file unpacks to more than %d times its size."
                            .formatted(limits.ratio()));
        }
        var name = entry.getName();
        if (ARCHIVES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                && !PACKED_ARRAY.matcher(name).find()
                && !Packing.isTable(name)) {
            return refuse(
                    name,
                    "The file is an archive inside the archive.\nMaybe unpack it and pack everything into one ZIP.");
        }
        return true;
    }

    private void add(Map<String, ZipArchiveEntry> files, ZipArchiveEntry entry) {
        if (files.putIfAbsent(entry.getName(), entry) != null) {
            refuse(entry.getName(), "The archive holds two files of this name (%s).".formatted(entry.getName()));
        }
    }

    private boolean refuse(String entry, String why) {
        problems.add(FieldProblem.in(entry.isEmpty() ? archive : entry, null, null, why));
        return false;
    }

    private static String printable(String name) {
        return name.chars()
                .limit(120)
                .collect(
                        StringBuilder::new,
                        (s, c) -> s.append(Character.isISOControl(c) ? '?' : (char) c),
                        StringBuilder::append)
                .toString();
    }
}
