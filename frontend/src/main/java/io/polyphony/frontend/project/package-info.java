/** Projects and their members on screen. */
@NullMarked
package io.polyphony.frontend.project;

import org.jspecify.annotations.NullMarked;
