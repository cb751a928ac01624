/** The training loop. */
@NullMarked
package io.polyphony.engine.training;

import org.jspecify.annotations.NullMarked;
