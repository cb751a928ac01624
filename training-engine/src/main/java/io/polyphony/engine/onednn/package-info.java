/** The few functions of oneDNN's C interface that the processor's kernels are made of, without a binding of its own. */
@NullMarked
package io.polyphony.engine.onednn;

import org.jspecify.annotations.NullMarked;
