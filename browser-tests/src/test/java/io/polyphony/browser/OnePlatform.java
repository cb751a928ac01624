package io.polyphony.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One platform and one browser for all classes, for their start is most of a short test. JUnit closes them at the end. */
final class OnePlatform implements ParameterResolver {
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
}
