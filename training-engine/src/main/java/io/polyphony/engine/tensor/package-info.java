/** Shapes and buffers. */
@NullMarked
package io.polyphony.engine.tensor;

import org.jspecify.annotations.NullMarked;
