/** What a search may choose by default, what it tries first, and whom it is measured against. */
@NullMarked
package io.polyphony.backend.experiment.space;

import org.jspecify.annotations.NullMarked;
