package io.polyphony.backend.dataset;

import io.polyphony.backend.upload.Sha256;

/**
 * A media file of a version.
 *
 * @param path as the cells write it
 * @param thumbnail a PNG for an image, 8-bit peaks for sound
 * @param width pixels, 0 for sound
 * @param height pixels, 0 for sound
 * @param seconds duration, 0 for an image
 * @param sampleRate samples per second, 0 for an image
 */
public record MediaRow(
        String path,
        Sha256 sha,
        String mediaType,
        Sha256 thumbnail,
        int width,
        int height,
        double seconds,
        int sampleRate) {}
