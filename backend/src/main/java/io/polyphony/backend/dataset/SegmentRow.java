package io.polyphony.backend.dataset;

import io.polyphony.backend.upload.Sha256;

/**
 * A stored run of rows; see {@link io.polyphony.backend.dataset.table.SegmentCodec} for its bytes.
 *
 * @param firstRow 0-based
 */
public record SegmentRow(long firstRow, int rows, Sha256 sha) {}
