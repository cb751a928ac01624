/** Primitives: shape rule, forward, backward; one file each. */
@NullMarked
package io.polyphony.engine.op;

import org.jspecify.annotations.NullMarked;
