package io.polyphony.backend.dataset;

/**
 * The files of an image or audio column.
 *
 * @param files different files named by the column
 * @param minWidth pixels; 0 for audio, as are the other three sizes
 * @param minSeconds duration; 0 for images, as are the other durations
 * @param minSampleRate samples per second; 0 for images
 * @param levels different grey levels, palette indices or colours of all images together, where masks may have so many;
 *     else 0
 * @param channels 1 where all images are grey, 3 where some are coloured; 0 for audio and where nobody looked
 */
public record MediaStats(
        long files,
        int minWidth,
        int maxWidth,
        int minHeight,
        int maxHeight,
        double minSeconds,
        double maxSeconds,
        double meanSeconds,
        int minSampleRate,
        int maxSampleRate,
        int levels,
        int channels) {}
