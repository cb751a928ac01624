package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.MediaRow;
import io.polyphony.backend.upload.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hash of a version: over cells, media and columns themselves, so that no form of storage or compression changes it. */
public final class ContentHash {
    private static final byte[] MISSING = {-1, -1, -1, -1};
    private final MessageDigest digest = Sha256.digest();

    void row(@Nullable String[] cells) {
        for (var cell : cells) {
            text(cell);
        }
    }

    String finish(List<MediaRow> media, List<ColumnInfo> columns) {
        media.stream().sorted(Comparator.comparing(MediaRow::path)).forEach(m -> {
            text(m.path());
            text(m.sha().hex());
        });
        columns(digest, columns);
        return Sha256.finish(digest).hex();
    }

    /** The hash of a version that differs from another one in its columns only. */
    public static String corrected(String hash, List<ColumnInfo> columns) {
        var digest = Sha256.digest();
        digest.update(hash.getBytes(StandardCharsets.US_ASCII));
        columns(digest, columns);
        return Sha256.finish(digest).hex();
    }

    private static void columns(MessageDigest digest, List<ColumnInfo> columns) {
        for (var column : columns) {
            digest.update((column.name() + '\0' + column.modality() + '\0' + column.role() + '\0')
                    .getBytes(StandardCharsets.UTF_8));
            digest.update((column.keepsWords() ? "words\0" : "").getBytes(StandardCharsets.UTF_8));
        }
    }

    private void text(@Nullable String cell) {
        if (cell == null) {
            digest.update(MISSING);
            return;
        }
        var bytes = cell.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
