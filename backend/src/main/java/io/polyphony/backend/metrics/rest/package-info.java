/** Metrics over HTTP. */
@NullMarked
package io.polyphony.backend.metrics.rest;

import org.jspecify.annotations.NullMarked;
