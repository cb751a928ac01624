package io.polyphony.backend.dataset.table;

import java.nio.charset.Charset;

/**
 * How a delimited text is written.
 *
 * @param preamble so many first records are a title or comments above the table
 * @param header whether the first record after these names the columns
 * @param rowNames whether it names all but the first, as R leaves out what stands above the names of rows
 */
record Dialect(char delimiter, Charset charset, int preamble, boolean header, boolean rowNames) {}
