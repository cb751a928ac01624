package io.polyphony.media;

import java.io.IOException;
import java.util.List;

/**
 * The sound of an MPEG-4 file: where its frames lie, what a decoder must know, and what of it was recorded.
 *
 * @param movie what the file says of all its tracks
 * @param track what it says of this one
 * @param table what it says of this one's frames
 */
record M4aTrack(Mp4Box movie, Mp4Box track, Mp4Box table) {
    private static final Cut WHOLE = new Cut(0, Double.POSITIVE_INFINITY);
    private static final int VERSION = 4;
    /** Version, flags and how many there are. */
    private static final int COUNTED = 2 * Integer.BYTES;

    /** Channels, rate and the like, before what is a box again. */
    private static final int ENTRY_HEAD = 28;

    private static final int ENTRY_VERSION = 8;
    /** What QuickTime's versions 1 and 2 of an entry add. */
    private static final int[] LONGER = {0, 16, 36};

    /** @throws IOException where there is no sound */
    static M4aTrack of(byte[] file) throws IOException {
        return Mp4Box.of(file)
                .child("moov")
                .flatMap(movie -> movie.children("trak").stream()
                        .filter(track -> track.child("mdia", "minf", "smhd").isPresent())
                        .flatMap(track -> track.child("mdia", "minf", "stbl").stream()
                                .map(table -> new M4aTrack(movie, track, table)))
                        .findFirst())
                .orElseThrow(M4aTrack::none);
    }

    private static IOException none() {
        return new IOException("the M4A file holds no AAC sound that can be read; save it as WAV or FLAC");
    }

    /**
     * What the decoder is set up with (ISO 14496-3, 1.6.2.1).
     *
     * @throws IOException where the sound is not AAC
     */
    byte[] settings() throws IOException {
        var entry = table.child("stsd")
                .flatMap(all -> all.from(COUNTED).child("mp4a"))
                .orElseThrow(M4aTrack::none);
        int version = entry.bytes().getShort(ENTRY_VERSION);
        var parts = entry.from(ENTRY_HEAD + LONGER[version]);
        var said = parts.child("esds").or(() -> parts.child("wave", "esds")).orElseThrow(M4aTrack::none);
        return new Mp4Descriptors(said.from(VERSION).bytes()).settings().orElseThrow(M4aTrack::none);
    }

    /**
     * Where the frames lie, in their order.
     *
     * @param length of the file
     * @throws IOException where nobody says
     */
    List<M4aFrames.Frame> frames(long length) throws IOException {
        var near = table.child("stco");
        var frames = new M4aFrames(
                table.child("stsz").orElseThrow(M4aTrack::none),
                table.child("stsc").orElseThrow(M4aTrack::none),
                near.or(() -> table.child("co64")).orElseThrow(M4aTrack::none),
                near.isPresent() ? Integer.BYTES : Long.BYTES);
        return frames.all(length);
    }

    /**
     * What was recorded, by the edit list (ISO 14496-12, 8.6.6): an encoder puts silence in front, and the last block is longer than what is left to say.
     *
     * @param front seconds that come before
     * @param length seconds of what was recorded; infinite where nobody says
     */
    record Cut(double front, double length) {}

    /** The first edit that is not empty; nothing is cut where there is none. */
    Cut cut() {
        var edits = track.child("edts", "elst");
        var media = track.child("mdia", "mdhd");
        var all = movie.child("mvhd");
        return edits.isPresent() && media.isPresent() && all.isPresent()
                ? cut(edits.get(), scale(media.get()), scale(all.get()))
                : WHOLE;
    }

    private static Cut cut(Mp4Box edits, double ofMedia, double ofMovie) {
        int word = edits.version() == 0 ? Integer.BYTES : Long.BYTES;
        for (int i = 0; i < edits.whole(VERSION); i++) {
            int at = COUNTED + i * (2 * word + Integer.BYTES);
            long length = edits.number(at, word);
            long front = edits.number(at + word, word);
            if (front >= 0) {
                return new Cut(front / ofMedia, length > 0 ? length / ofMovie : Double.POSITIVE_INFINITY);
            }
        }
        return WHOLE;
    }

    /** Ticks a second: behind the days of making and of the last change. */
    private static double scale(Mp4Box head) {
        return head.whole(head.version() == 0 ? VERSION + 2 * Integer.BYTES : VERSION + 2 * Long.BYTES);
    }
}
