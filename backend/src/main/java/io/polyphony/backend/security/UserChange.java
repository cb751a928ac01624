package io.polyphony.backend.security;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What shall change of a user; null leaves it as it is. */
public record UserChange(
        @Nullable @Size(min = 1, max = 200) String displayName,
        @Nullable Boolean admin,
        @Nullable Boolean disabled,
        @Nullable String password) {}
