package io.polyphony.backend.security;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.UserId;
import org.jspecify.annotations.Nullable;

/** Which entries of the audit log are wanted; null does not narrow. */
public record AuditFilter(
        @Nullable ProjectId project, @Nullable UserId user) {}
