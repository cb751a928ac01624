package io.polyphony.backend.trial.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code trial_bundle}. */
@Entity(name = "TrialBundle")
@Table(name = "trial_bundle")
@SuppressWarnings("NullAway.Init")
class BundleEntity {
    @Id
    @Column(name = "trial_id")
    UUID trial;

    @Column(nullable = false)
    long length;

    @Column(nullable = false)
    boolean pinned;

    @Column(nullable = false)
    byte[] bytes;
}
