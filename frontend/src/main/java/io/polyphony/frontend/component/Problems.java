package io.polyphony.frontend.component;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.Problem;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Failures in words for the person before the screen. */
public final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private Problems() {}

    /** What a problem says; anything else is logged under a number that the person can quote. */
    public static String text(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return sentences(problem);
            }
        }
        if (gone(failure)) {
            LOG.debugf(failure, "The browser went away");
            return "The connection was lost. Maybe try again.";
        }
        var trace = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(failure, "Failure %s in the browser", trace);
        return "Something failed on our side. The log has the details under %s.".formatted(trace);
    }

    /** A person who leaves while something is sent is no failure of ours. */
    private static boolean gone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static String sentences(Problem problem) {
        return Stream.concat(
                        Stream.of(String.valueOf(problem.getMessage())),
                        problem.errors().stream().map(FieldProblem::detail))
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
