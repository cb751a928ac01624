package io.polyphony.backend.security;

/**
 * A person in a browser.
 *
 * @param ticket what the session cookie holds; void as soon as the user gets another password
 */
public record Session(Actor actor, String ticket) {}
