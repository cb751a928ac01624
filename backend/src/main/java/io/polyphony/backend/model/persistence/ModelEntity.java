package io.polyphony.backend.model.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code model}. */
@Entity(name = "Model")
@Table(name = "model")
@SuppressWarnings("NullAway.Init")
class ModelEntity {
    @Id
    UUID id;

    @Column(name = "project_id", nullable = false)
    UUID project;

    @Column(name = "experiment_id", nullable = false)
    UUID experiment;

    @Column(name = "trial_id", nullable = false)
    UUID trial;

    @Column(nullable = false)
    String name;

    /** Whether {@code trial} is but the best of several. */
    @Column(nullable = false)
    boolean ensemble;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    String averaging;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    String validation;

    @Column(name = "test_rows", nullable = false)
    int testRows;

    @Column(nullable = false)
    int look;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    String provenance;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String serving;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String intervals;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String thresholds;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    String temperatures;

    @Column(name = "created_by", nullable = false)
    UUID createdBy;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;
}
