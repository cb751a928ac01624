package io.polyphony.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** One platform and one browser for all classes, for their start is most of a short test. JUnit closes them at the end. */
final class OnePlatform implements ParameterResolver, TestExecutionExceptionHandler {
    private static final int LAST_LINES = 60;

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
            var lines = test.platform.log().lines().toList();
            failure.addSuppressed(new IllegalStateException(
                    "The page:%n%s%nThe browser's console:%n%s%nThe platform's log:%n%s"
                            .formatted(
                                    test.text(),
                                    String.join("\n", test.console()),
                                    String.join(
                                            "\n",
                                            lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())))));
        }
        throw failure;
    }
}
