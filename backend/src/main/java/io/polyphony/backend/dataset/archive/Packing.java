package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.dataset.table.TableFormats;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** Files that hold one other, packed more densely: gzip, bzip2, xz, Zstandard. */
final class Packing {
    private static final Set<String> KINDS = Set.of(
            CompressorStreamFactory.GZIP,
            CompressorStreamFactory.BZIP2,
            CompressorStreamFactory.XZ,
            CompressorStreamFactory.ZSTANDARD);

    private static final Pattern ENDING = Pattern.compile("(?i)\\.(gz|bz2|xz|zst)$");
    private static final Pattern TAR = Pattern.compile("(?i)\\.(tgz|tbz2?|txz|tar)$");

    private Packing() {}

    /** Whether a file within an archive is a packed table, by its name. */
    static boolean isTable(String name) {
        var bare = bare(name).toLowerCase(Locale.ROOT);
        return bare.length() < name.length() && TableFormats.endings().stream().anyMatch(bare::endsWith);
    }

    /** The name of what a packed file holds. */
    static String bare(String name) {
        return ENDING.matcher(name).replaceFirst("");
    }

    /** The name of an archive without what says how it is packed. */
    static String stem(String name) {
        return TAR.matcher(bare(name)).replaceFirst("");
    }

    /** What a packed file holds; empty where it is none. */
    static Optional<InputStream> unpacked(BufferedInputStream in) throws IOException {
        try {
            var kind = CompressorStreamFactory.detect(in);
            return KINDS.contains(kind)
                    ? Optional.of(new CompressorStreamFactory(true).createCompressorInputStream(kind, in))
                    : Optional.empty();
        } catch (CompressorException none) {
            return Optional.empty();
        }
    }

    /** Whether a tape archive begins here. */
    static boolean isTar(BufferedInputStream in) {
        try {
            return ArchiveStreamFactory.TAR.equals(ArchiveStreamFactory.detect(in));
        } catch (ArchiveException none) {
            return false;
        }
    }
}
