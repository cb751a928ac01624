package io.polyphony.backend.project;

import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.security.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where projects and members are kept. Callers hold a transaction. */
public interface ProjectStore {
    /** A project without the view of an actor. */
    record Row(ProjectId id, String name, String description, Instant createdAt) {}

    /** Adds a project. */
    void add(Row project);

    /** Overwrites name and description. */
    void update(Row project);

    /** The project with this id. */
    Optional<Row> find(ProjectId id);

    /** The given projects, oldest first, one more than the page's limit. */
    List<Row> page(Collection<ProjectId> visible, PageRequest request);

    /** Holds back other changes of the project's members until the transaction ends. */
    void lockMembers(ProjectId project);

    /** The project's members by name. */
    List<Member> members(ProjectId project);

    /** Makes the user a member of this role, or changes the member's role. */
    void setMember(ProjectId project, UserId user, Role role, Instant at);

    /** Ends a membership. */
    void removeMember(ProjectId project, UserId user);

    /** The user with this login name, if enabled. */
    Optional<UserId> userNamed(String name);
}
