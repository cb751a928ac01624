/** Typed ids, problem details, paging, clock. */
@NullMarked
package io.polyphony.backend.common;

import org.jspecify.annotations.NullMarked;
