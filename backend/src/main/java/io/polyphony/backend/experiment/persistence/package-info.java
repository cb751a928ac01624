/** Experiments as rows. */
@NullMarked
package io.polyphony.backend.experiment.persistence;

import org.jspecify.annotations.NullMarked;
