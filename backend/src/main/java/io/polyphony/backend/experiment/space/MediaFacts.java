package io.polyphony.backend.experiment.space;

/**
 * How large texts, pictures and sounds are; zeros for what there is none of.
 *
 * @param words of the longest texts, about
 * @param pixels of the pictures' longer side
 * @param channels of the pictures: 1 where all are grey, 3 where some are coloured, 0 also where that is unknown
 * @param seconds of the longest recordings
 * @param sampleRate of the recordings in Hz
 */
public record MediaFacts(int words, int pixels, int channels, double seconds, int sampleRate) {
    /** Of data that have none, or that were not looked at. */
    public static final MediaFacts NONE = new MediaFacts(0, 0, 0, 0, 0);

    private static final int LARGE = 48;

    /** Whether what is on a picture is larger than what few convolutions see at once. */
    boolean large() {
        return pixels >= LARGE;
    }
}
