/** What a finished search teaches: Pareto fronts, hypervolume. */
@NullMarked
package io.polyphony.hpo.analysis;

import org.jspecify.annotations.NullMarked;
