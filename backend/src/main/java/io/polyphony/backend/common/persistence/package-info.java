/** The database side of clock, events and idempotency keys. */
@NullMarked
package io.polyphony.backend.common.persistence;

import org.jspecify.annotations.NullMarked;
