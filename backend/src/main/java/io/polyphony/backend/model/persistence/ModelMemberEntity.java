package io.polyphony.backend.model.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A row of {@code model_member}. */
@Entity(name = "ModelMember")
@Table(name = "model_member")
@IdClass(ModelMemberEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class ModelMemberEntity {
    @Id
    @Column(name = "model_id")
    UUID model;

    @Id
    @Column
    String task;

    @Id
    @Column(name = "trial_id")
    UUID trial;

    @Column(nullable = false)
    double weight;

    /** The primary key. */
    record Key(UUID model, String task, UUID trial) implements Serializable {}
}
