/** Why a model answers as it does: which columns and inputs each task needs. */
@NullMarked
package io.polyphony.engine.explanation;

import org.jspecify.annotations.NullMarked;
