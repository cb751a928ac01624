/** The job that turns an upload into a version. */
@NullMarked
package io.polyphony.backend.dataset.importing;

import org.jspecify.annotations.NullMarked;
