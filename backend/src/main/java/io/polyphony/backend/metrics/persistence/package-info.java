/** Metric points and their summaries as rows. */
@NullMarked
package io.polyphony.backend.metrics.persistence;

import org.jspecify.annotations.NullMarked;
