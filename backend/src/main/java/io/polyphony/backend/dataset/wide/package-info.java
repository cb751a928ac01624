/** Tables that write a picture with a column for each of its pixels: what tells so, and how they are read. */
@NullMarked
package io.polyphony.backend.dataset.wide;

import org.jspecify.annotations.NullMarked;
