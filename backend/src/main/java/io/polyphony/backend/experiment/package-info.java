/** Experiments: data, tasks, search space, budget. */
@NullMarked
package io.polyphony.backend.experiment;

import org.jspecify.annotations.NullMarked;
