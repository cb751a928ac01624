/** What every route shares: problem documents, request ids, idempotency, server-sent events. */
@NullMarked
package io.polyphony.backend.common.rest;

import org.jspecify.annotations.NullMarked;
