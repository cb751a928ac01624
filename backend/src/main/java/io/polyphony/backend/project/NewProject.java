package io.polyphony.backend.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A project to be; its creator becomes its owner. */
public record NewProject(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 10_000) String description) {}
