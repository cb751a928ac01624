/** What to try next. */
@NullMarked
package io.polyphony.hpo.sampler;

import org.jspecify.annotations.NullMarked;
