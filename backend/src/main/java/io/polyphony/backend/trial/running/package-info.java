/** Running trials: who takes up which, trains it, and writes down what happens. */
@NullMarked
package io.polyphony.backend.trial.running;

import org.jspecify.annotations.NullMarked;
