/** A trained network as bytes: our own format with all that answering takes, and ONNX for everybody else. */
@NullMarked
package io.polyphony.engine.export;

import org.jspecify.annotations.NullMarked;
