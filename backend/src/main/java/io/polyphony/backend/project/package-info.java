/** Projects and members. */
@NullMarked
package io.polyphony.backend.project;

import org.jspecify.annotations.NullMarked;
