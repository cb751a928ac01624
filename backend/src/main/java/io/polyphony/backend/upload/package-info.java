/** Bytes in: streams to blobs. */
@NullMarked
package io.polyphony.backend.upload;

import org.jspecify.annotations.NullMarked;
