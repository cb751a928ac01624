/** Predictions to metrics. */
@NullMarked
package io.polyphony.engine.evaluation;

import org.jspecify.annotations.NullMarked;
