/** Compositions of primitives. */
@NullMarked
package io.polyphony.engine.layer;

import org.jspecify.annotations.NullMarked;
