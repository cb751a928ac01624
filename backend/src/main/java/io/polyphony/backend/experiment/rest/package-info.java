/** Experiments over HTTP. */
@NullMarked
package io.polyphony.backend.experiment.rest;

import org.jspecify.annotations.NullMarked;
