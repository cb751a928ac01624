/** Smaller models out of trained ones: rounded, pruned, distilled; each with what it gains and loses. */
@NullMarked
package io.polyphony.engine.compression;

import org.jspecify.annotations.NullMarked;
