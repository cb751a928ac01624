package io.polyphony.backend.dataset.table;

import java.nio.charset.Charset;

/**
 * How a delimited text is written.
 *
 * @param header whether the first record names the columns
 * @param decimalComma whether numbers are written as 1,5
 */
public record Dialect(char delimiter, Charset charset, boolean header, boolean decimalComma) {}
