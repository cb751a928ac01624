package io.polyphony.backend.model;

import io.polyphony.backend.common.TrialId;
import io.polyphony.engine.explanation.RowExplanation;

/**
 * Why a model answers for one row as it does.
 *
 * @param trial whose network is explained: of an ensemble the one with the most say in the task
 * @param weight its share in the answer
 * @param members networks that have a say in the task
 */
public record RowReason(TrialId trial, double weight, int members, RowExplanation explanation) {}
