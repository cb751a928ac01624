/** Comparisons over HTTP. */
@NullMarked
package io.polyphony.backend.comparison.rest;

import org.jspecify.annotations.NullMarked;
