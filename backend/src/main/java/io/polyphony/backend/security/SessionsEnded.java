package io.polyphony.backend.security;

import io.polyphony.backend.common.UserId;

/** Fired when the sessions of a user are void: the password was changed, or the user disabled. */
public record SessionsEnded(UserId user) {}
