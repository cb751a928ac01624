package io.polyphony.backend.model;

import io.polyphony.backend.common.TrialId;
import io.polyphony.engine.explanation.RowExplanation;

/**
 * Why a model answers for one row as it does. Where one network is all that answers, its value is the model's answer; of
 * several, one is explained, whose own words, at no temperature, are not quite those of all.
 *
 * @param trial whose network is explained: of an ensemble the one with the most say in the task
 * @param weight its share in the answer, of each fold where there are several
 * @param members networks that have a say in the task, of all folds
 */
public record RowReason(TrialId trial, double weight, int members, RowExplanation explanation) {}
