/** Networks that others trained, asked through ONNX Runtime and never trained here. */
@NullMarked
package io.polyphony.engine.frozen;

import org.jspecify.annotations.NullMarked;
