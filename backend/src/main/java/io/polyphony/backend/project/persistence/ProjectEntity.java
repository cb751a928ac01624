package io.polyphony.backend.project.persistence;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.project.ProjectStore;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "project")
class ProjectEntity {
    @Id
    UUID id;

    @Column(nullable = false)
    String name;

    @Column(nullable = false)
    String description;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt;

    /** For Hibernate. */
    ProjectEntity() {}

    ProjectEntity(ProjectStore.Row row) {
        id = row.id().value();
        createdAt = row.createdAt();
        take(row);
    }

    final void take(ProjectStore.Row row) {
        name = row.name();
        description = row.description();
    }

    ProjectStore.Row toRow() {
        return new ProjectStore.Row(new ProjectId(id), name, description, createdAt);
    }
}
