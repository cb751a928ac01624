/** Projects and members as rows. */
@NullMarked
package io.polyphony.backend.project.persistence;

import org.jspecify.annotations.NullMarked;
