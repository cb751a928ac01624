/** The headless runnable: API server, worker, or both. */
@NullMarked
package io.polyphony.backend;

import org.jspecify.annotations.NullMarked;
