/** What to stop early. */
@NullMarked
package io.polyphony.hpo.pruner;

import org.jspecify.annotations.NullMarked;
