package io.polyphony.backend.project;

import io.polyphony.backend.common.UserId;
import io.polyphony.backend.security.Role;
import java.time.Instant;

/** A user's place in a project. */
public record Member(UserId user, String name, String displayName, Role role, Instant addedAt) {}
