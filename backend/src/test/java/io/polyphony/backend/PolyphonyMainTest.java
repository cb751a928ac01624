package io.polyphony.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.Application;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PolyphonyMainTest {

    /** It stops as long as trials save themselves. */
    private static final class Slow extends Application {
        private final CountDownLatch stopping = new CountDownLatch(1);
        private final CountDownLatch saved = new CountDownLatch(1);

        private Slow() {
            super(true);
        }

        @Override
        protected void doStart(String[] args) {}

        @Override
        protected void doStop() {
            stopping.countDown();
            try {
                saved.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public String getName() {
            return "slow";
        }
    }

    @Test
    void the_database_outlives_an_application_that_is_stopping() throws InterruptedException {
        var application = new Slow();
        var ended = new AtomicBoolean();
        application.start(new String[0]);
        var stop = Thread.startVirtualThread(application::stop);
        application.stopping.await();
        var database = Thread.startVirtualThread(() -> PolyphonyMain.stop(application, () -> ended.set(true)));
        await().until(() -> database.getState() == Thread.State.WAITING);
        assertThat(ended).isFalse();
        application.saved.countDown();
        database.join();
        stop.join();
        assertThat(ended).isTrue();
    }

    @Test
    void a_database_whose_application_never_began_ends_at_once() {
        var ended = new AtomicBoolean();
        PolyphonyMain.stop(null, () -> ended.set(true));
        assertThat(ended).isTrue();
    }
}
