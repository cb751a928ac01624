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
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Keeps open pages up to date. Events of the backend wake a page at most four times a second; it then loads afresh on its own
 * thread and shows the result by push. Ten thousand events in a second cost a page four loads, and a browser that shows more
 * slowly is sent no more than it shows: what piles up on its way would be ever older when it is seen.
 */
@ApplicationScoped
public class Live {
    private static final Logger LOG = Logger.getLogger(Live.class);
    private static final long REST_MILLIS = 250;
    private static final int TRIES = 5;
    /** A browser that does not say that it has shown may have lost the word for it. */
    private static final long PATIENCE_MILLIS = 10_000;
    /** Answers after what was pushed before it is drawn. */
    private static final String SHOWN = "return new Promise(done => setTimeout(done))";

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
        private final Turns turns = new Turns(Live.this::later, this::now);
        private int failures;

        Refresh(UI ui, Component owner, Supplier<T> load, Consumer<T> show) {
            this.ui = ui;
            this.owner = owner;
            this.load = load;
            this.show = show;
        }

        void soon() {
            turns.soon();
        }

        private void now(Runnable shown) {
            try {
                var loaded = load(load);
                failures = 0;
                ui.access(() -> show(loaded, shown));
                timer.schedule(shown, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RuntimeException failure) {
                // It may have been the last event for long, so nothing else would bring the page up to date.
                LOG.debugf(failure, "A live page could not be refreshed; it is tried again");
                if (++failures < TRIES) {
                    soon();
                }
                shown.run();
            }
        }

        private void show(T loaded, Runnable shown) {
            if (owner.isAttached()) {
                show.accept(loaded);
                ui.getPage().executeJs(SHOWN).then(done -> shown.run(), failed -> shown.run());
            }
        }
    }

    private void later(Runnable turn) {
        timer.schedule(() -> Thread.startVirtualThread(turn), REST_MILLIS, TimeUnit.MILLISECONDS);
    }
}
