package io.polyphony.backend.project;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What shall change of a project; null leaves it as it is. */
public record ProjectChange(
        @Nullable @Size(min = 1, max = 200) String name,
        @Nullable @Size(max = 10_000) String description) {}
