package io.polyphony.backend.model;

import io.polyphony.backend.common.TrialId;
import java.util.Map;

/**
 * One trial within an ensemble, for a person.
 *
 * @param weights its share in the mean by task, above 0 and at most 1
 */
public record MemberView(TrialId trial, int number, String label, Map<String, Double> weights) {}
