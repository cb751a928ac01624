package io.polyphony.backend.testing.routes;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.testing.TestTeam;

/**
 * What a call may build on.
 *
 * @param team makes more users and projects
 * @param owner owns the project
 * @param project where the things that calls touch must live
 * @param caller who will call; calls on "what belongs to the caller" make it for this user
 */
public record Scene(TestTeam team, Actor owner, ProjectId project, Actor caller) {}
