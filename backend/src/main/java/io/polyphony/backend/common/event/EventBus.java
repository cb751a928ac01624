package io.polyphony.backend.common.event;

import java.util.function.Consumer;

/**
 * Tells this process of events that any process committed, normally within milliseconds. After a lost database connection it
 * catches up from the log, so a listener sees every accepted event since it subscribed, in order, exactly once.
 */
public interface EventBus {
    /**
     * Calls the listener for each accepted event from now on, one at a time. The listener runs on the bus's own thread and
     * must hand longer work over (a queue, {@code UI.access}); what it throws is logged and dropped.
     */
    Subscription subscribe(EventFilter filter, Consumer<Event> listener);

    /** Ends the calls. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
