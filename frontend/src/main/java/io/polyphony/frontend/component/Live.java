package io.polyphony.frontend.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.polyphony.backend.common.event.EventBus;
import io.polyphony.backend.common.event.EventFilter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Keeps open pages up to date. Events of the backend wake a page at most four times a second; it then loads afresh on its own
 * thread and shows the result by push. Ten thousand events in a second cost a page four loads.
 */
@ApplicationScoped
public class Live {
    private static final Logger LOG = Logger.getLogger(Live.class);
    private static final long REST_MILLIS = 250;
    private static final int TRIES = 5;

    private final EventBus bus;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().daemon().name("live-timer").factory());

    Live(EventBus bus) {
        this.bus = bus;
    }

    /**
     * While {@code owner} is on screen: loads and shows after events that pass the filter.
     *
     * @param load runs off the session's lock, so it must touch no component
     * @param show runs with the session's lock
     */
    public <T> void watch(Component owner, EventFilter filter, Supplier<T> load, Consumer<T> show) {
        owner.addAttachListener(attach -> {
            var refresh = new Refresh<>(attach.getUI(), owner, load, show);
            var subscription = bus.subscribe(filter, event -> refresh.soon());
            // What happened between the page's first load and this subscription woke nobody.
            refresh.soon();
            owner.addDetachListener(detach -> {
                detach.unregisterListener();
                subscription.close();
            });
        });
    }

    @ActivateRequestContext
    <T> T load(Supplier<T> load) {
        return load.get();
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    private final class Refresh<T> {
        private final UI ui;
        private final Component owner;
        private final Supplier<T> load;
        private final Consumer<T> show;
        private final AtomicBoolean due = new AtomicBoolean();
        private int failures;

        Refresh(UI ui, Component owner, Supplier<T> load, Consumer<T> show) {
            this.ui = ui;
            this.owner = owner;
            this.load = load;
            this.show = show;
        }

        void soon() {
            if (due.compareAndSet(false, true)) {
                timer.schedule(() -> Thread.startVirtualThread(this::now), REST_MILLIS, TimeUnit.MILLISECONDS);
            }
        }

        // One at a time: a slow load must not overwrite the result of a later one.
        private synchronized void now() {
            due.set(false);
            try {
                var loaded = load(load);
                failures = 0;
                ui.access(() -> {
                    if (owner.isAttached()) {
                        show.accept(loaded);
                    }
                });
            } catch (RuntimeException failure) {
                // It may have been the last event for long, so nothing else would bring the page up to date.
                LOG.debugf(failure, "A live page could not be refreshed; it is tried again");
                if (++failures < TRIES) {
                    soon();
                }
            }
        }
    }
}
