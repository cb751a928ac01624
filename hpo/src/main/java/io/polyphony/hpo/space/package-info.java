/** What may be chosen: parameters, conditions, assignments. */
@NullMarked
package io.polyphony.hpo.space;

import org.jspecify.annotations.NullMarked;
