package io.polyphony.backend.common.rest;

import io.polyphony.backend.common.Problem;
import io.polyphony.backend.common.event.Event;
import io.polyphony.backend.common.event.EventBus;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.common.event.EventLog;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events out of the event log. Their ids are the events' numbers, so a client that reconnects with
 * {@code Last-Event-ID} (browsers do) goes on without a gap. The bus only wakes a stream; what it sends comes from the log.
 *
 */
@ApplicationScoped
public class EventStreams {
    private static final int BATCH = 500;
    /** A client that lags behind by more is cut off; it comes back with its last id. */
    private static final int MOST_UNSENT = 20_000;

    private final EventLog log;
    private final EventBus bus;
    private final Duration heartbeat;

    EventStreams(
            EventLog log,
            EventBus bus,
            @ConfigProperty(name = "polyphony.events.heartbeat", defaultValue = "PT15S") Duration heartbeat) {
        this.log = log;
        this.bus = bus;
        this.heartbeat = heartbeat;
    }

    /**
     * Streams the accepted events.
     *
     * @param lastEventId the header: go on behind this number
     * @param since the query parameter, for clients that cannot set headers; without both only new events come
     * @param allowed throws when the client may no longer see them; asked at every heartbeat
     */
    public Multi<OutboundSseEvent> of(
            EventFilter filter, @Nullable Long lastEventId, @Nullable Long since, Runnable allowed) {
        allowed.run();
        long from = lastEventId != null ? lastEventId : since != null ? since : log.last();
        return Multi.createFrom()
                .emitter(
                        client -> {
                            var stream = new Stream(client, filter, from, allowed);
                            // Woken, not interrupted: an interrupt in the middle of a query would cost a connection.
                            client.onTermination(stream.news::release);
                            Thread.ofVirtual().name("events").start(stream::run);
                        },
                        MOST_UNSENT);
    }

    private final class Stream {
        private final MultiEmitter<? super OutboundSseEvent> client;
        private final EventFilter filter;
        private final Runnable allowed;
        private final Semaphore news = new Semaphore(0);
        private long seq;

        Stream(MultiEmitter<? super OutboundSseEvent> client, EventFilter filter, long from, Runnable allowed) {
            this.client = client;
            this.filter = filter;
            this.seq = from;
            this.allowed = allowed;
        }

        void run() {
            try (var _ = bus.subscribe(filter, _ -> news.release())) {
                while (!client.isCancelled()) {
                    sendNew();
                    awaitNews();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Problem e) {
                client.complete();
            } catch (RuntimeException e) {
                client.fail(e);
            }
        }

        private void sendNew() {
            List<Event> events;
            do {
                events = log.after(seq, filter, BATCH);
                for (var event : events) {
                    client.emit(message(event));
                    seq = event.seq();
                }
            } while (events.size() == BATCH && !client.isCancelled());
        }

        private void awaitNews() throws InterruptedException {
            while (!client.isCancelled() && !news.tryAcquire(heartbeat.toMillis(), TimeUnit.MILLISECONDS)) {
                allowed.run();
                client.emit(new OutboundSseEventImpl.BuilderImpl()
                        .comment("heartbeat")
                        .build());
            }
            news.drainPermits();
        }
    }

    private static OutboundSseEvent message(Event event) {
        return new OutboundSseEventImpl.BuilderImpl()
                .id(Long.toString(event.seq()))
                .name(event.type())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(Event.class, event)
                .build();
    }
}
