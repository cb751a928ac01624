package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.MediaRow;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.media.AudioInspector;
import io.polyphony.backend.dataset.media.ImageInspector;
import io.polyphony.backend.dataset.media.MediaFacts;
import io.polyphony.backend.dataset.media.MediaFault;
import io.polyphony.backend.dataset.media.MediaKind;
import io.polyphony.backend.upload.BlobStore;
import io.polyphony.backend.upload.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Checks, measures and stores the files that a table names, some hundred at a time. */
final class MediaImport {
    private static final int FILES_AT_ONCE = 256;
    private static final long BYTES_AT_ONCE = 16L << 20;
    private final UploadArchive archive;
    private final BlobStore blobs;
    private final Problems problems;
    private final LongConsumer watcher;
    private final Map<String, MediaRow> rows = new LinkedHashMap<>();
    private final Map<String, int[]> levels = new HashMap<>();
    private final Map<String, Integer> channels = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private long waitingBytes;
    private long done;

    /** A file that the table names, and where it does so first. */
    record Reference(String cell, String path, MediaKind kind, String table, long row, String column) {}

    private record Waiting(Reference reference, byte[] bytes, MediaFacts facts) {}

    /** @param watcher told the files so far, after each */
    MediaImport(UploadArchive archive, BlobStore blobs, Problems problems, LongConsumer watcher) {
        this.archive = archive;
        this.blobs = blobs;
        this.problems = problems;
        this.watcher = watcher;
    }

    /** Takes one file; a damaged one becomes a problem. */
    void add(Reference reference) {
        if (rows.containsKey(reference.cell())) {
            return;
        }
        try {
            var bytes = archive.bytes(reference.path());
            var facts = inspect(reference.kind(), bytes);
            if (facts instanceof MediaFacts.Image image) {
                levels.put(reference.cell(), image.levels());
                channels.put(reference.cell(), image.coloured() ? 3 : 1);
            }
            waiting.add(new Waiting(reference, bytes, facts));
            waitingBytes += bytes.length;
        } catch (MediaFault | IOException fault) {
            problems.add(FieldProblem.in(
                    reference.table(),
                    reference.row(),
                    reference.column(),
                    "The file (%s) is refused: %s.\nMaybe it was damaged on its way; open it to see."
                            .formatted(reference.path(), fault.getMessage())));
        }
        watcher.accept(++done);
        if (waiting.size() >= FILES_AT_ONCE || waitingBytes >= BYTES_AT_ONCE) {
            store();
        }
    }

    /** Stores what is left and answers with a row per file, by the cell that names it. */
    Map<String, MediaRow> finish() {
        problems.refuseIfAny();
        store();
        return rows;
    }

    /** The levels of the image that the cell names; empty if there are many. */
    int[] levels(String cell) {
        return levels.getOrDefault(cell, new int[0]);
    }

    /** 3 for a coloured image, 1 for a grey one, 0 for what is none. */
    int channels(String cell) {
        return channels.getOrDefault(cell, 0);
    }

    private static MediaFacts inspect(MediaKind kind, byte[] bytes) throws MediaFault {
        return switch (kind) {
            case IMAGE -> ImageInspector.inspect(bytes);
            case AUDIO -> AudioInspector.inspect(bytes);
        };
    }

    private void store() {
        if (problems.isEmpty() && !waiting.isEmpty()) {
            var files = blobs.putAll(waiting.stream().map(Waiting::bytes).toList(), "application/octet-stream");
            var small = blobs.putAll(waiting.stream().map(w -> small(w.facts())).toList(), "application/octet-stream");
            for (var i = 0; i < waiting.size(); i++) {
                var cell = waiting.get(i).reference().cell();
                rows.put(cell, row(cell, waiting.get(i).facts(), files.get(i), small.get(i)));
            }
        }
        waiting.clear();
        waitingBytes = 0;
    }

    private static MediaRow row(String cell, MediaFacts facts, Sha256 file, Sha256 small) {
        return switch (facts) {
            case MediaFacts.Image image ->
                new MediaRow(cell, file, image.mediaType(), small, image.width(), image.height(), 0, 0);
            case MediaFacts.Audio audio ->
                new MediaRow(cell, file, audio.mediaType(), small, 0, 0, audio.seconds(), audio.sampleRate());
        };
    }

    private static byte[] small(MediaFacts facts) {
        return switch (facts) {
            case MediaFacts.Image image -> image.thumbnail();
            case MediaFacts.Audio audio -> audio.peaks();
        };
    }
}
