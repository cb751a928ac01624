package io.polyphony.backend.model.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A row of {@code model_metric}. */
@Entity(name = "ModelMetric")
@Table(name = "model_metric")
@IdClass(ModelMetricEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class ModelMetricEntity {
    @Id
    @Column(name = "model_id")
    UUID model;

    @Id
    @Column
    String task;

    @Id
    @Column
    String name;

    @Column(nullable = false)
    double value;

    /** The primary key. */
    record Key(UUID model, String task, String name) implements Serializable {}
}
