/** Gaussian-process regression on the unit cube. */
@NullMarked
package io.polyphony.hpo.sampler.gaussian;

import org.jspecify.annotations.NullMarked;
