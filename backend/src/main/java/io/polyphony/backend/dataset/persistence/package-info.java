/** Rows of datasets, versions, columns and media. */
@NullMarked
package io.polyphony.backend.dataset.persistence;

import org.jspecify.annotations.NullMarked;
