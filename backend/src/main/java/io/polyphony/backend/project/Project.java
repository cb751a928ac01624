package io.polyphony.backend.project;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.security.Role;
import java.time.Instant;

/**
 * A project as one actor sees it.
 *
 * @param role what the asking actor may do in it
 */
public record Project(ProjectId id, String name, String description, Instant createdAt, Role role) {}
