/** Data sets, their versions, columns and splits. */
@NullMarked
package io.polyphony.backend.dataset;

import org.jspecify.annotations.NullMarked;
