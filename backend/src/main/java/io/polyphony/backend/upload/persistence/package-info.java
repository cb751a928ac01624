/** Contents as rows. */
@NullMarked
package io.polyphony.backend.upload.persistence;

import org.jspecify.annotations.NullMarked;
