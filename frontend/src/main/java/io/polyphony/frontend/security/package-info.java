/** Sign-in, users, API tokens and the audit log on screen; which view needs which right. */
@NullMarked
package io.polyphony.frontend.security;

import org.jspecify.annotations.NullMarked;
