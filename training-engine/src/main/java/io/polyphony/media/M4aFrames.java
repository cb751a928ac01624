package io.polyphony.media;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the frames of a track lie (ISO 14496-12, 8.7): in chunks, of which runs have equally many.
 *
 * @param sizes of frames, or the one that all have
 * @param runs from which chunk on there are how many frames in each
 * @param chunks where each begins in the file
 * @param word how many bytes such a place has
 */
record M4aFrames(Mp4Box sizes, Mp4Box runs, Mp4Box chunks, int word) {
    private static final int COUNT = 4;
    private static final int FIRST = 8;
    private static final int RUN = 12;

    /** @param place of its first byte in the file */
    record Frame(int place, int size) {}

    /**
     * All of them in their order.
     *
     * @param length of the file
     * @throws IllegalArgumentException where they are more than the file holds
     */
    List<Frame> all(long length) {
        var frames = new ArrayList<Frame>();
        long left = length;
        int run = 0;
        for (int chunk = 0; chunk < chunks.whole(COUNT); chunk++) {
            if (run + 1 < runs.whole(COUNT) && runs.whole(FIRST + RUN * (run + 1)) <= chunk + 1) {
                run++;
            }
            left -= add(frames, chunk, runs.whole(FIRST + RUN * run + Integer.BYTES), left);
        }
        return frames;
    }

    /** How many bytes they have; a damaged file has frames without end. */
    private long add(List<Frame> frames, int chunk, int count, long left) {
        long place = word == Integer.BYTES
                ? Integer.toUnsignedLong(chunks.whole(FIRST + word * chunk))
                : chunks.number(FIRST + word * chunk, word);
        long at = place;
        for (int i = 0; i < count && frames.size() < sizes.whole(FIRST); i++) {
            int size = size(frames.size());
            if (size < 0 || at + size > Integer.MAX_VALUE || at + size - place > left) {
                throw new IllegalArgumentException("its frames are longer than the file");
            }
            frames.add(new Frame((int) at, size));
            at += size;
        }
        return at - place;
    }

    private int size(int frame) {
        int alike = sizes.whole(COUNT);
        return alike != 0 ? alike : sizes.whole(FIRST + Integer.BYTES * (frame + 1));
    }
}
