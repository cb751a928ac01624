package io.polyphony.backend.dataset.archive;

/**
 * How much an archive may unpack to.
 *
 * @param entries files and folders
 * @param total bytes of all files together, unpacked
 * @param ratio unpacked to packed bytes of one file, looked at from {@code ratioFrom} unpacked bytes on
 * @param media bytes of one image or sound file
 */
public record ArchiveLimits(int entries, long total, int ratio, long ratioFrom, long media) {
    /** Roomy for real data: a million files, 64 GiB, 200 to 1, 64 MiB per picture or sound. */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(1_000_000, 64L << 30, 200, 16L << 20, 64L << 20);
}
