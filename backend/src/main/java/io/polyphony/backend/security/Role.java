package io.polyphony.backend.security;

/** What a member may do in a project. Each role includes the ones before it. */
public enum Role {
    /** Sees everything. */
    VIEWER,
    /** Also starts, pauses and cancels experiments and promotes trials. */
    RUNNER,
    /** Also uploads, corrects and deletes data sets and experiments. */
    EDITOR,
    /** Also manages the members and the project itself. */
    OWNER;

    /** Whether this role may do what needs {@code required}. */
    public boolean includes(Role required) {
        return compareTo(required) >= 0;
    }

    /** The lower of the two. */
    public Role atMost(Role limit) {
        return compareTo(limit) <= 0 ? this : limit;
    }
}
