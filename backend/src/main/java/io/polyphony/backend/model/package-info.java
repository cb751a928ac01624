/** Promoted trials and their sealed test metrics. */
@NullMarked
package io.polyphony.backend.model;

import org.jspecify.annotations.NullMarked;
