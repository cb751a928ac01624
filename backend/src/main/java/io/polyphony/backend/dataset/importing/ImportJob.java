package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.ImportStore.Claim;
import io.polyphony.backend.dataset.ImportStore.Outcome;
import io.polyphony.backend.dataset.MediaRow;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.archive.ArchiveLimits;
import io.polyphony.backend.dataset.archive.MediaFiles;
import io.polyphony.backend.dataset.archive.Unpacked;
import io.polyphony.backend.dataset.archive.Unread;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.profile.ColumnInference;
import io.polyphony.backend.dataset.profile.SoleInput;
import io.polyphony.backend.dataset.profile.SuggestedTargets;
import io.polyphony.backend.dataset.table.EmbeddedFormat;
import io.polyphony.backend.dataset.table.ExcelTable;
import io.polyphony.backend.dataset.table.FileSignature;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.backend.dataset.table.RowSource;
import io.polyphony.backend.dataset.table.StyledTable;
import io.polyphony.backend.dataset.table.TableFormats;
import io.polyphony.backend.upload.BlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Turns the bytes of one upload into rows, columns and media; throws {@link ImportRefused} when they do not add up. */
final class ImportJob {
    private static final double TABLE_SHARE = 0.4;
    private static final double LAST_SHARE = 0.97;
    private static final int SIGNATURE = 8;
    private final Claim claim;
    private final BlobStore blobs;
    private final ImportProgress progress;

    ImportJob(Claim claim, BlobStore blobs, ImportProgress progress) {
        this.claim = claim;
        this.blobs = blobs;
        this.progress = progress;
    }

    Outcome run() throws IOException {
        progress.at(0, "reading the upload", 0);
        var file = blobs.file(claim.source());
        try (var upload = Unpacked.of(file, claim.fileName(), ArchiveLimits.DEFAULT, blobs::scratch, this::unpacking)) {
            return isZip(upload.file()) ? zip(upload) : file(FileSource.of(upload.file(), upload.name()));
        }
    }

    private Outcome file(FileSource source) throws IOException {
        var embedded = EmbeddedFormats.of(List.of(source));
        return embedded.isPresent()
                ? repacked(source.name(), embedded.get(), List.of(source))
                : table(source, TableFormats::open);
    }

    private Outcome zip(Unpacked upload) throws IOException {
        try (var archive = UploadArchive.open(upload.file(), upload.name(), ArchiveLimits.DEFAULT)) {
            if (archive.holdsPackedTables()) {
                try (var plain = Unpacked.of(archive, ArchiveLimits.DEFAULT, blobs::scratch, this::unpacking)) {
                    return zip(plain);
                }
            }
            return ExcelTable.isWorkbook(archive.paths())
                    ? table(FileSource.of(upload.file(), upload.name()), ExcelTable::open)
                    : archive(archive);
        }
    }

    private void unpacking(long files) {
        progress.at(0, "unpacking files", files);
    }

    private static boolean isZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return FileSignature.isZip(in.readNBytes(SIGNATURE));
        }
    }

    /** Tables that hold their files: those come out first. */
    private Outcome repacked(String name, EmbeddedFormat format, List<FileSource> files) throws IOException {
        try (var packed = Repacked.of(name, format, files, blobs, this::unpacking)) {
            return archive(packed.archive());
        }
    }

    /** How a file becomes a table. */
    @FunctionalInterface
    private interface Opener {
        RowSource open(FileSource file) throws IOException;
    }

    private Outcome table(FileSource file, Opener opener) throws IOException {
        var watched = new WatchedSource(file);
        var table = StyledTable.of(opener.open(watched));
        var scan = new TableScan(table, blobs, n -> progress.at(LAST_SHARE * watched.share(), "reading rows", n));
        scan.run();
        return outcome(scan, infer(scan, List.of()), List.of());
    }

    private Outcome archive(UploadArchive archive) throws IOException {
        Unread.refuseMedia(archive.name(), archive.paths());
        var sources = archive.paths().stream().map(archive::source).toList();
        var embedded = EmbeddedFormats.of(sources);
        if (embedded.isPresent()) {
            return repacked(archive.name(), embedded.get(), sources);
        }
        var rows = ArchiveRows.of(archive.name(), archive);
        DoubleSupplier share = () -> TABLE_SHARE * rows.share().getAsDouble();
        var scan = new TableScan(rows.table(), blobs, n -> progress.at(share.getAsDouble(), "reading rows", n));
        scan.run();
        return withMedia(scan, archive, rows.files());
    }

    private Outcome withMedia(TableScan scan, UploadArchive archive, MediaFiles files) throws IOException {
        var problems = new Problems();
        var columns = MediaColumn.find(scan, files, problems);
        problems.refuseIfAny();
        refuseUnnamed(scan, columns, files);
        var total = Math.max(
                1, columns.stream().mapToLong(c -> c.references().size()).sum());
        var media = new MediaImport(
                archive,
                blobs,
                problems,
                n -> progress.at(TABLE_SHARE + (LAST_SHARE - TABLE_SHARE) * n / total, "checking media", n));
        columns.forEach(column -> column.references().forEach(media::add));
        var rows = media.finish();
        var infos = infer(scan, columns).stream()
                .map(c -> withStats(c, columns, rows, media))
                .toList();
        var masked = new MaskColumns(columns, rows).mark(infos, problems);
        problems.refuseIfAny();
        return outcome(scan, masked, List.copyOf(rows.values()));
    }

    /** Some pictures beside a table may be decoration; one for every second row is data. */
    private static void refuseUnnamed(TableScan scan, List<MediaColumn> columns, MediaFiles files) {
        if (columns.isEmpty() && files.count() > 1 && 2 * files.count() >= scan.rows()) {
            throw new ImportRefused(FieldProblem.in(
                    scan.table().name(),
                    null,
                    null,
                    "No column of the table names the archive's %d images or sounds.\nMaybe add a column with their paths within the archive, one file per cell; or leave the files out."
                            .formatted(files.count())));
        }
    }

    private static ColumnInfo withStats(
            ColumnInfo column, List<MediaColumn> columns, Map<String, MediaRow> rows, MediaImport media) {
        return columns.stream()
                .filter(m -> m.position() == column.position())
                .findFirst()
                .map(m -> column.withMedia(m.stats(rows, media)))
                .orElse(column);
    }

    private List<ColumnInfo> infer(TableScan scan, List<MediaColumn> media) throws IOException {
        progress.at(LAST_SHARE, "looking at columns", 0);
        var columns = new ArrayList<ColumnInfo>();
        var names = scan.table().columns();
        var written = scan.table().written();
        for (var i = 0; i < names.size(); i++) {
            var position = i;
            var resolved = media.stream().anyMatch(m -> m.position() == position);
            var column = ColumnInference.infer(names.get(i), i, scan.profilers().get(i), resolved)
                    .writtenAs(written.get(i));
            columns.add(scan.summary(i).map(column::withHint).orElse(column));
        }
        var settled = SoleInput.settle(KnownRows.settle(columns, scan, blobs));
        return scan.leakage().mark(SuggestedTargets.mark(settled));
    }

    private Outcome outcome(TableScan scan, List<ColumnInfo> columns, List<MediaRow> media) {
        progress.at(LAST_SHARE, "saving", 0);
        return new Outcome(
                scan.rows(), columns, scan.segments(), media, scan.hash().finish(media, columns));
    }
}
