package io.polyphony.backend.dataset.table;

import java.nio.charset.Charset;
import java.util.List;

/**
 * How a delimited text is written.
 *
 * @param header whether the first record names the columns
 * @param numbers how each column writes numbers
 */
record Dialect(char delimiter, Charset charset, boolean header, List<NumberStyle> numbers) {
    Dialect {
        numbers = List.copyOf(numbers);
    }
}
