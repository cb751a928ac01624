@NullMarked
package io.polyphony.examples;

import org.jspecify.annotations.NullMarked;
