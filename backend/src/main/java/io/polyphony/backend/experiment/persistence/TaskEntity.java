package io.polyphony.backend.experiment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A row of {@code experiment_task}. */
@Entity(name = "ExperimentTask")
@Table(name = "experiment_task")
@IdClass(TaskEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class TaskEntity {
    @Id
    @Column(name = "experiment_id")
    UUID experiment;

    @Id
    @Column
    short position;

    @Column(nullable = false)
    String name;

    @Column(nullable = false)
    String type;

    @Column(nullable = false)
    String metric;

    @Column(nullable = false)
    String direction;

    @Column(nullable = false)
    boolean auxiliary;

    /** The primary key. */
    record Key(UUID experiment, short position) implements Serializable {}
}
