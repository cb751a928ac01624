package io.polyphony.backend.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a version as text.
 *
 * @param offset 0-based number of the first row shown
 * @param total rows of the whole table
 * @param rows cells in the order of the columns; null where missing
 */
public record Preview(List<String> columns, long offset, long total, List<List<@Nullable String>> rows) {}
