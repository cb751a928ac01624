/** Trials side by side, per task. */
@NullMarked
package io.polyphony.backend.comparison;

import org.jspecify.annotations.NullMarked;
