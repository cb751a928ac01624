/** What happened, in order: the numbered event log, and the bus that tells every process at once. */
@NullMarked
package io.polyphony.backend.common.event;

import org.jspecify.annotations.NullMarked;
