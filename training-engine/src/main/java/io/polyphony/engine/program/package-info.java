/** From a graph of primitives to a differentiated, memory-planned list of steps. */
@NullMarked
package io.polyphony.engine.program;

import org.jspecify.annotations.NullMarked;
