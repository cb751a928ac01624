package io.polyphony.backend.common;

import java.util.List;

/**
 * A refusal that its caller can act on. Over REST it becomes a problem document (RFC 9457) with this status; in the browser
 * a notification with this message. The message names the thing, its value and a likely cure.
 */
public abstract sealed class Problem extends RuntimeException
        permits Conflict,
                Forbidden,
                Gone,
                Invalid,
                Malformed,
                NotFound,
                TooLarge,
                TooManyRequests,
                Unauthorized,
                Unsupported {
    private final int status;
    private final String title;

    Problem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    /** The HTTP status, 400..499. */
    public final int status() {
        return status;
    }

    /** The kind of problem in two or three words, equal for all problems of this kind. */
    public final String title() {
        return title;
    }

    /** What is wrong, in which place and how to cure it. */
    public final String detail() {
        return String.valueOf(getMessage());
    }

    /** The single places that are wrong; empty where the detail says it all. */
    public List<FieldProblem> errors() {
        return List.of();
    }
}
