package io.polyphony.backend.common;

import java.util.Optional;
import org.jboss.logging.MDC;

/** The id of the request at hand: in the answer's {@code X-Request-Id}, in problems, in log lines and in the audit log. */
public final class RequestId {
    /** The key in the logging context, for log formats: {@code %X{requestId}}. */
    public static final String KEY = "requestId";

    private RequestId() {}

    /** The id; empty outside of a request. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(KEY)).map(Object::toString);
    }

    /** Sets the id for everything that this request does. */
    public static void set(String id) {
        MDC.put(KEY, id);
    }
}
