/** What happened: one tried assignment, its reports and its outcome. */
@NullMarked
package io.polyphony.hpo.trial;

import org.jspecify.annotations.NullMarked;
