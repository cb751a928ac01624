/** Promoted trials on screen: sealed test metrics, lineage, predictions. */
@NullMarked
package io.polyphony.frontend.model;

import org.jspecify.annotations.NullMarked;
