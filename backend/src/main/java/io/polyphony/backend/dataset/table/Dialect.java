package io.polyphony.backend.dataset.table;

import java.nio.charset.Charset;

/**
 * How a delimited text is written.
 *
 * @param header whether the first record names the columns
 */
record Dialect(char delimiter, Charset charset, boolean header) {}
