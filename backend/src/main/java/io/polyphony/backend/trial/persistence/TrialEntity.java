package io.polyphony.backend.trial.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code trial}. */
@Entity(name = "Trial")
@Table(name = "trial")
@SuppressWarnings("NullAway.Init")
class TrialEntity {
    @Id
    UUID id;

    @Column(name = "experiment_id", nullable = false)
    UUID experiment;

    @Column(nullable = false)
    int number;

    @Column(nullable = false)
    String origin;

    @Column(nullable = false)
    String state;

    @Column(nullable = false)
    int lane;

    @Column(nullable = false)
    int attempt;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    String assignment;

    @Column(nullable = false)
    String[] tasks;

    @Column(nullable = false)
    String[] inputs;

    @Column(nullable = false)
    String label;

    @Column
    @Nullable
    String fusion;

    @Column(name = "loss_weighting")
    @Nullable
    String lossWeighting;

    @Column(nullable = false)
    long seed;

    @Column
    @Nullable
    String message;

    @Column(nullable = false)
    int epoch;

    @Column(nullable = false)
    int epochs;

    @Column(name = "best_epoch")
    @Nullable
    Integer bestEpoch;

    @Column
    @Nullable
    Double score;

    @Column(name = "rows_per_second")
    @Nullable
    Double rowsPerSecond;

    @Column(name = "seconds_left")
    @Nullable
    Double secondsLeft;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String provenance;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;
}
