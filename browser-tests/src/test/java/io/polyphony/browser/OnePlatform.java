package io.polyphony.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** One platform and one browser for all classes, for their start is most of a short test. JUnit closes them at the end. */
final class OnePlatform
        implements ParameterResolver, TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {
    private static final int LAST_LINES = 120;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Platform.class || type == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getRoot().getStore(Namespace.GLOBAL);
        return parameter.getParameter().getType() == Platform.class
                ? store.computeIfAbsent(Platform.class, _ -> Platform.start(), Platform.class)
                : store.computeIfAbsent(Chromium.class, _ -> new Chromium(), Chromium.class);
    }

    /** A failure that cannot be repeated is understood from what the page and the platform last said, or never. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (context.getRequiredTestInstance() instanceof BrowserTest test) {
            throw new AssertionError(
                    "%s%nThe page:%n%s%nThe browser's console:%n%s%n%s"
                            .formatted(failure, test.text(), String.join("\n", test.console()), log(test)),
                    failure);
        }
        throw failure;
    }

    /** Errors that the browser told of are found when the page is closed. */
    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (context.getRequiredTestInstance() instanceof BrowserTest test) {
            throw new AssertionError("%s%n%s".formatted(failure, log(test)), failure);
        }
        throw failure;
    }

    private static String log(BrowserTest test) {
        var lines = test.platform.lastWords().lines().toList();
        return "The platform's log:%n%s"
                .formatted(String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
    }
}
