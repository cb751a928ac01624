/** Drives the packaged platform in a real browser, from sign-in to comparison. */
@NullMarked
package io.polyphony.browser;

import org.jspecify.annotations.NullMarked;
