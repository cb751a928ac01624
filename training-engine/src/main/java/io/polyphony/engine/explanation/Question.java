package io.polyphony.engine.explanation;

import org.jspecify.annotations.Nullable;

/**
 * Which number of a row's answer is to be explained.
 *
 * @param output a class or label by its name, or a step of a forecast by its number from 1; null: the class or label that is
 *     most probable, of a forecast the mean of all steps, of masks the last class
 */
public record Question(String task, @Nullable String output) {}
