/** Encoders, fusion and heads from a sealed NetworkSpec. */
@NullMarked
package io.polyphony.engine.network;

import org.jspecify.annotations.NullMarked;
