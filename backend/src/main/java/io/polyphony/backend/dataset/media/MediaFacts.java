package io.polyphony.backend.dataset.media;

/** What was measured of a media file, and its small form for lists. */
public sealed interface MediaFacts {
    /** The true media type, by content and not by name. */
    String mediaType();

    /**
     * @param width pixels
     * @param height pixels
     * @param thumbnail a PNG of at most {@link ImageInspector#THUMBNAIL} pixels a side
     * @param coloured whether there is more than grey
     * @param levels different grey levels, palette indices or colours; empty if there are more than {@link Levels#MOST}
     */
    record Image(String mediaType, int width, int height, byte[] thumbnail, boolean coloured, int[] levels)
            implements MediaFacts {}

    /**
     * @param seconds duration
     * @param sampleRate samples per second
     * @param peaks up to {@link AudioInspector#PEAKS} loudest amplitudes 0..255 of equal stretches, in time order
     */
    record Audio(String mediaType, double seconds, int sampleRate, int channels, byte[] peaks) implements MediaFacts {}
}
