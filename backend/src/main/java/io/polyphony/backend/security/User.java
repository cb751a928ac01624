package io.polyphony.backend.security;

import io.polyphony.backend.common.UserId;
import java.time.Instant;

/**
 * A person or a service that signs in.
 *
 * @param name the login name, lower case, unique
 * @param displayName what others see
 * @param admin whether the user administers the instance
 * @param disabled whether signing in is refused, in the browser and by token
 */
public record User(UserId id, String name, String displayName, boolean admin, boolean disabled, Instant createdAt) {}
