package io.polyphony.backend.experiment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code experiment}. */
@Entity(name = "Experiment")
@Table(name = "experiment")
@SuppressWarnings("NullAway.Init")
class ExperimentEntity {
    @Id
    UUID id;

    @Column(name = "project_id", nullable = false)
    UUID project;

    @Column(name = "dataset_id", nullable = false)
    UUID dataset;

    @Column(name = "dataset_version_id", nullable = false)
    UUID version;

    @Column(nullable = false)
    String name;

    @Column(nullable = false)
    String state;

    @Column
    @Nullable
    String message;

    @Column(name = "definition", nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    String plan;

    @Column(nullable = false)
    long seed;

    @Column(name = "budget_trials", nullable = false)
    int budgetTrials;

    @Column(name = "budget_seconds")
    @Nullable
    Double budgetSeconds;

    @Column(name = "stop_score")
    @Nullable
    Double stopScore;

    @Column(name = "stop_gain")
    @Nullable
    Double stopGain;

    @Column(name = "budget_trial_seconds")
    @Nullable
    Double budgetTrialSeconds;

    @Column(name = "created_by", nullable = false)
    UUID createdBy;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;
}
