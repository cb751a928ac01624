/** Running trials: attempts, workers, fencing. */
@NullMarked
package io.polyphony.backend.trial;

import org.jspecify.annotations.NullMarked;
