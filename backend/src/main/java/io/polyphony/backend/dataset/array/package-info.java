/** Data sets that are arrays, of NumPy or in MNIST's own format, as tables with files. */
@NullMarked
package io.polyphony.backend.dataset.array;

import org.jspecify.annotations.NullMarked;
