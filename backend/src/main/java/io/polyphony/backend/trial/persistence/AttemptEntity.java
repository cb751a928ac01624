package io.polyphony.backend.trial.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code attempt}. */
@Entity(name = "Attempt")
@Table(name = "attempt")
@IdClass(AttemptEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class AttemptEntity {
    @Id
    @Column(name = "trial_id")
    UUID trial;

    @Id
    @Column
    int number;

    @Column(nullable = false)
    String worker;

    @Column(nullable = false)
    String host;

    @Column(name = "from_epoch", nullable = false)
    int fromEpoch;

    @Column(name = "started_at", nullable = false)
    Instant startedAt;

    @Column(name = "seen_at", nullable = false)
    Instant seenAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column
    @Nullable
    String outcome;

    /** The primary key. */
    record Key(UUID trial, int number) implements Serializable {}
}
