package io.polyphony.backend.trial.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code checkpoint}. */
@Entity(name = "Checkpoint")
@Table(name = "checkpoint")
@IdClass(CheckpointEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class CheckpointEntity {
    @Id
    @Column(name = "trial_id")
    UUID trial;

    @Id
    @Column
    int epoch;

    @Column(nullable = false)
    int attempt;

    @Column(nullable = false)
    double seconds;

    @Column(nullable = false)
    byte[] bytes;

    @Column(name = "saved_at", nullable = false)
    Instant savedAt;

    /** The primary key. */
    record Key(UUID trial, int epoch) implements Serializable {}
}
