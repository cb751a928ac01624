/** Trials over HTTP. */
@NullMarked
package io.polyphony.backend.trial.rest;

import org.jspecify.annotations.NullMarked;
