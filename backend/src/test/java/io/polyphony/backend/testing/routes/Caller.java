package io.polyphony.backend.testing.routes;

import io.polyphony.backend.security.Role;

/** Everyone who may come: the roles of a project, and those outside of it. */
public enum Caller {
    ANONYMOUS,
    WRONG_TOKEN,
    STRANGER,
    VIEWER,
    RUNNER,
    EDITOR,
    OWNER,
    /** The owner, with a token narrowed to the role of a viewer. */
    OWNER_AS_VIEWER,
    /** The owner, with a token narrowed to another project. */
    OWNER_ELSEWHERE,
    ADMIN;

    /** What the rule says to this caller. */
    Verdict verdict(Rule rule) {
        return switch (rule) {
            case Rule.Open _ -> Verdict.ANY;
            case Rule.Anyone _ ->
                switch (this) {
                    case ANONYMOUS, WRONG_TOKEN -> Verdict.UNKNOWN_CALLER;
                    case OWNER_AS_VIEWER, OWNER_ELSEWHERE -> Verdict.ANY;
                    case STRANGER, VIEWER, RUNNER, EDITOR, OWNER, ADMIN -> Verdict.OPEN;
                };
            case Rule.Admin _ ->
                switch (this) {
                    case ANONYMOUS, WRONG_TOKEN -> Verdict.UNKNOWN_CALLER;
                    case ADMIN -> Verdict.OPEN;
                    case STRANGER, VIEWER, RUNNER, EDITOR, OWNER, OWNER_AS_VIEWER, OWNER_ELSEWHERE -> Verdict.FORBIDDEN;
                };
            case Rule.Member(var role) -> member(role);
        };
    }

    private Verdict member(Role required) {
        return switch (this) {
            case ANONYMOUS, WRONG_TOKEN -> Verdict.UNKNOWN_CALLER;
            case STRANGER, OWNER_ELSEWHERE -> Verdict.INVISIBLE;
            case VIEWER, OWNER_AS_VIEWER -> reaches(Role.VIEWER, required);
            case RUNNER -> reaches(Role.RUNNER, required);
            case EDITOR -> reaches(Role.EDITOR, required);
            case OWNER, ADMIN -> Verdict.OPEN;
        };
    }

    private static Verdict reaches(Role has, Role required) {
        return has.includes(required) ? Verdict.OPEN : Verdict.FORBIDDEN;
    }

    /** What an answer must say. */
    enum Verdict {
        ANY,
        OPEN,
        UNKNOWN_CALLER,
        FORBIDDEN,
        INVISIBLE;

        boolean fits(int status) {
            return switch (this) {
                case ANY -> status < 500;
                // 409 and 422 come from the work itself, behind every check: a paused thing cannot be paused.
                case OPEN -> (status >= 200 && status < 300) || status == 409 || status == 422;
                case UNKNOWN_CALLER -> status == 401;
                case FORBIDDEN -> status == 403;
                case INVISIBLE -> status == 404;
            };
        }
    }
}
