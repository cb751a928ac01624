/** What earlier searches teach a new one. */
@NullMarked
package io.polyphony.hpo.portfolio;

import org.jspecify.annotations.NullMarked;
