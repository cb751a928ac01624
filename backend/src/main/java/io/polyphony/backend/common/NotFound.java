package io.polyphony.backend.common;

/** There is no such thing, or the caller may not know that there is (404). Both read the same on purpose. */
public final class NotFound extends Problem {
    /** A problem that says the given detail. */
    public NotFound(String detail) {
        super(404, "Not found", detail);
    }

    /** There is no thing of this kind ("trial") with this id, as far as the caller may know. */
    public static NotFound of(String kind, Object id) {
        return new NotFound(
                "There is no %s (%s). Maybe it belongs to a project that you are not a member of.".formatted(kind, id));
    }
}
