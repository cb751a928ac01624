/** Columns to tensors; fitted on train, saved with the model. */
@NullMarked
package io.polyphony.engine.data;

import org.jspecify.annotations.NullMarked;
