package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** How much an upload may unpack to, and what of it has come out so far. */
final class Allowance {
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final long packed;
    private final ArchiveLimits limits;
    private final byte[] buffer = new byte[BUFFER];
    private long unpacked;

    /**
     * Begins to count.
     *
     * @param name of the upload, for problems
     * @param packed its bytes
     */
    Allowance(String name, long packed, ArchiveLimits limits) {
        this.name = name;
        this.packed = packed;
        this.limits = limits;
    }

    /**
     * Copies all that is left of a stream.
     *
     * @throws ImportRefused when it is damaged, or too much comes out
     * @throws IOException when it cannot be written
     */
    void copy(InputStream from, OutputStream to) throws IOException {
        for (int read = read(from); read >= 0; read = read(from)) {
            count(read);
            to.write(buffer, 0, read);
        }
    }

    private int read(InputStream from) {
        try {
            return from.read(buffer);
        } catch (IOException damaged) {
            throw damaged(damaged);
        }
    }

    private void count(int bytes) {
        unpacked += bytes;
        if (unpacked > limits.total()) {
            throw bomb("it unpacks to more than %d MiB".formatted(limits.total() >> 20));
        }
        if (unpacked > limits.ratioFrom() && unpacked / Math.max(1, packed) > limits.ratio()) {
            throw bomb("it unpacks to more than %d times its size".formatted(limits.ratio()));
        }
    }

    private ImportRefused bomb(String why) {
        return refused(
                "The upload is refused as a bomb: %s.\nMaybe upload the files less densely packed.".formatted(why));
    }

    /** What to say of an upload that cannot be read on. */
    ImportRefused damaged(Exception why) {
        return refused("The file cannot be unpacked (%s).\nMaybe the upload was cut off."
                .formatted(Objects.requireNonNullElse(why.getMessage(), "it ends too soon")));
    }

    private ImportRefused refused(String detail) {
        return new ImportRefused(FieldProblem.in(name, null, null, detail));
    }
}
