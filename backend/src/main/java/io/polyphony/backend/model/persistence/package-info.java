/** Models as rows. */
@NullMarked
package io.polyphony.backend.model.persistence;

import org.jspecify.annotations.NullMarked;
