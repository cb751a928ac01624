/** Weights and provenance to bytes and back. */
@NullMarked
package io.polyphony.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
