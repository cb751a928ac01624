package io.polyphony.engine.training;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.Preprocessor;

/**
 * One fold of a cross-validation.
 *
 * @param preprocessor fitted on the fold's training rows; classes and labels are those of all folds, so that the networks can
 *     answer together
 * @param train all rows but the fold's own
 * @param validation the fold's own
 */
public record FoldRows(Preprocessor preprocessor, EncodedRows train, EncodedRows validation) {}
