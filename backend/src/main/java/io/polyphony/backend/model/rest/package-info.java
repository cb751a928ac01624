/** Models over HTTP. */
@NullMarked
package io.polyphony.backend.model.rest;

import org.jspecify.annotations.NullMarked;
