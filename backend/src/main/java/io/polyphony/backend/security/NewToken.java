package io.polyphony.backend.security;

import io.polyphony.backend.common.ProjectId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A token to be.
 *
 * @param name what the user calls it
 * @param project the only project it may touch; null for all of its user's
 * @param maxRole the highest role it may act in; null for its user's own
 * @param days how long it is valid, 1..3650; null for until it is revoked
 */
public record NewToken(
        @NotBlank @Size(max = 200) String name,
        @Nullable ProjectId project,
        @Nullable Role maxRole,
        @Nullable @Positive @Max(3650) Integer days) {}
