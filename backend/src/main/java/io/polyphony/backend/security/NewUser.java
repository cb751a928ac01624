package io.polyphony.backend.security;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A user to be.
 *
 * @param name login name: lower-case letters, digits, dot, hyphen, underscore, at sign
 * @param displayName what others see; the login name where it is missing
 * @param password 10 to 72 bytes; null for a user who only uses tokens
 * @param admin whether the user administers the instance
 */
public record NewUser(
        @NotNull
        @Size(max = 100)
        @Pattern(
                regexp = "[a-z0-9][a-z0-9._@-]*",
                message = "may hold lower-case letters, digits and . _ - @, and starts with a letter or digit")
        String name,

        @Nullable @Size(min = 1, max = 200) String displayName,
        @Nullable String password,
        boolean admin) {}
