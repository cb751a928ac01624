/** Delimited text: encoding, dialect, rows; the stored form of a table. */
@NullMarked
package io.polyphony.backend.dataset.table;

import org.jspecify.annotations.NullMarked;
