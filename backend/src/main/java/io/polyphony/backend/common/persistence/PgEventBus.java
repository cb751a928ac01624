package io.polyphony.backend.common.persistence;

import io.polyphony.backend.common.event.Event;
import io.polyphony.backend.common.event.EventBus;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.common.event.EventLog;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * One thread per process listens on PostgreSQL's channel with a connection of its own (a pooled one would be held for ever)
 * and then reads the log, so a notification only says "look" and none can be lost. It starts with the first subscription.
 */
@ApplicationScoped
class PgEventBus implements EventBus {
    private static final Logger LOG = Logger.getLogger(PgEventBus.class);
    private static final int BATCH = 500;
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(10);
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final EventLog log;
    private final String url;
    private final String user;
    private final String password;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean stopped;
    private long position;

    PgEventBus(
            EventLog log,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.log = log;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public Subscription subscribe(EventFilter filter, Consumer<Event> consumer) {
        var listener = new Listener(filter, consumer, log.last());
        listeners.add(listener);
        if (started.compareAndSet(false, true)) {
            position = listener.from;
            Thread.ofPlatform().daemon().name("event-bus").start(this::run);
        }
        return () -> listeners.remove(listener);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopped = true;
    }

    private void run() {
        while (!stopped) {
            try (var connection = DriverManager.getConnection(url, user, password)) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (!stopped) {
                    LOG.warnf("The event bus lost its database connection (%s); it connects again.", e.getMessage());
                    LockSupport.parkNanos(RECONNECT.toNanos());
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set application_name = 'polyphony events'");
            statement.execute("listen polyphony_event");
        }
        var notifications = connection.unwrap(PGConnection.class);
        while (!stopped) {
            deliverNew();
            notifications.getNotifications(Math.toIntExact(LOOK_ANYWAY.toMillis()));
        }
    }

    private void deliverNew() {
        List<Event> events;
        do {
            events = log.after(position, new EventFilter.All(), BATCH);
            for (var event : events) {
                listeners.forEach(listener -> listener.deliver(event));
                position = event.seq();
            }
        } while (events.size() == BATCH);
    }

    private record Listener(EventFilter filter, Consumer<Event> consumer, long from) {
        void deliver(Event event) {
            if (event.seq() <= from || !filter.accepts(event)) {
                return;
            }
            try {
                consumer.accept(event);
            } catch (RuntimeException e) {
                LOG.errorf(e, "A listener failed on event %d (%s).", event.seq(), event.type());
            }
        }
    }
}
