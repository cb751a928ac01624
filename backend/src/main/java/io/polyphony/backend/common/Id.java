package io.polyphony.backend.common;

import java.util.UUID;

/** A typed id, so that a trial's id cannot be passed where a project's is meant. JSON and URLs carry the bare UUID. */
public sealed interface Id
        permits ProjectId, UserId, TokenId, DatasetId, DatasetVersionId, ExperimentId, TrialId, ModelId, VariantId {
    /** The UUIDv7 behind the type. */
    UUID value();
}
