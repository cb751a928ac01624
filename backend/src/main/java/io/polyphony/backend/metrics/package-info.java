/** Metric points and curves. */
@NullMarked
package io.polyphony.backend.metrics;

import org.jspecify.annotations.NullMarked;
