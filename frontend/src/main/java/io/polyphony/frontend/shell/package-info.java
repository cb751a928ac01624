/** Layout, login and error handler. */
@NullMarked
package io.polyphony.frontend.shell;

import org.jspecify.annotations.NullMarked;
