/** Trials, attempts, checkpoints and bundles as rows. */
@NullMarked
package io.polyphony.backend.trial.persistence;

import org.jspecify.annotations.NullMarked;
