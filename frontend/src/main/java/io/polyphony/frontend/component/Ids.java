package io.polyphony.frontend.component;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.UUID;
import java.util.function.Function;

/** Ids in addresses. */
public final class Ids {
    private Ids() {}

    /** The id in a route's {@code :id}; an address without a proper one leads nowhere. */
    public static <T> T of(BeforeEnterEvent event, Function<UUID, T> type) {
        try {
            return type.apply(
                    UUID.fromString(event.getRouteParameters().get("id").orElse("")));
        } catch (IllegalArgumentException none) {
            throw new NotFoundException();
        }
    }

    /** The id in a query parameter, such as {@code ?dataset=}. */
    public static <T> java.util.Optional<T> of(BeforeEvent event, String parameter, Function<UUID, T> type) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(parameter)
                .map(text -> {
                    try {
                        return type.apply(UUID.fromString(text));
                    } catch (IllegalArgumentException none) {
                        throw new NotFoundException();
                    }
                });
    }
}
