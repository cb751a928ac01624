/** How embeddings become one. */
@NullMarked
package io.polyphony.engine.fusion;

import org.jspecify.annotations.NullMarked;
