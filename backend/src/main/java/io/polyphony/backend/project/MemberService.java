package io.polyphony.backend.project;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.DbClock;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.AuditLog;
import io.polyphony.backend.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** The members of projects. A project keeps an owner, whoever leaves. */
@ApplicationScoped
@Transactional
public class MemberService {
    private final ProjectStore projects;
    private final Access access;
    private final AuditLog audit;
    private final DbClock clock;

    MemberService(ProjectStore projects, Access access, AuditLog audit, DbClock clock) {
        this.projects = projects;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The members by name; for viewers. */
    public List<Member> list(Actor actor, ProjectId project) {
        access.require(actor, project, Role.VIEWER);
        return projects.members(project);
    }

    /** Adds the user with this login name, or changes the member's role; for owners. */
    public Member add(Actor actor, ProjectId project, String userName, Role role) {
        access.require(actor, project, Role.OWNER);
        var user = projects.userNamed(userName)
                .orElseThrow(() -> Invalid.field(
                        "/user",
                        "There is no enabled user (%s). Maybe an administrator adds it first.".formatted(userName)));
        return set(actor, project, user, role);
    }

    /** Changes a member's role; for owners. The last owner stays one. */
    public Member setRole(Actor actor, ProjectId project, UserId user, Role role) {
        access.require(actor, project, Role.OWNER);
        member(project, user);
        return set(actor, project, user, role);
    }

    /** Removes a member; for owners, and for members who leave. The last owner cannot. */
    public void remove(Actor actor, ProjectId project, UserId user) {
        access.require(actor, project, actor.id().equals(user) ? Role.VIEWER : Role.OWNER);
        projects.lockMembers(project);
        var member = member(project, user);
        keepAnOwner(project, member);
        projects.removeMember(project, user);
        audit.record(actor, "member.remove", user, project, Map.of("name", member.name()));
    }

    private Member set(Actor actor, ProjectId project, UserId user, Role role) {
        projects.lockMembers(project);
        if (role != Role.OWNER) {
            projects.members(project).stream()
                    .filter(member -> member.user().equals(user))
                    .forEach(member -> keepAnOwner(project, member));
        }
        projects.setMember(project, user, role, clock.now());
        var member = member(project, user);
        audit.record(actor, "member.set", user, project, Map.of("name", member.name(), "role", role));
        return member;
    }

    private void keepAnOwner(ProjectId project, Member leaving) {
        var others = projects.members(project).stream()
                .filter(member -> member.role() == Role.OWNER)
                .anyMatch(member -> !member.user().equals(leaving.user()));
        if (leaving.role() == Role.OWNER && !others) {
            throw new Conflict(
                    "The member (%s) is the last owner of the project (%s). Maybe make another member an owner first."
                            .formatted(leaving.name(), project));
        }
    }

    private Member member(ProjectId project, UserId user) {
        return projects.members(project).stream()
                .filter(member -> member.user().equals(user))
                .findFirst()
                .orElseThrow(
                        () -> new NotFound("The user (%s) is no member of the project (%s).".formatted(user, project)));
    }
}
