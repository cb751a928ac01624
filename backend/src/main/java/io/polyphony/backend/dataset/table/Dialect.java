package io.polyphony.backend.dataset.table;

import java.nio.charset.Charset;
import java.util.List;

/**
 * How a delimited text is written.
 *
 * @param header whether the first record names the columns
 * @param styles how each column writes its cells
 */
record Dialect(char delimiter, Charset charset, boolean header, List<CellStyle> styles) {
    Dialect {
        styles = List.copyOf(styles);
    }
}
