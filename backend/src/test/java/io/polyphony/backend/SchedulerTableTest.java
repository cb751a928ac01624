package io.polyphony.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.polyphony.backend.testing.PlatformTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** V0009 is the table that the library on the class path expects, priorities included. */
@QuarkusTest
class SchedulerTableTest extends PlatformTest {
    @Inject
    DataSource database;

    @Test
    void a_task_with_a_priority_is_stored_picked_and_run() throws InterruptedException {
        var ran = new CountDownLatch(1);
        var task = Tasks.oneTime("table-test-" + UUID.randomUUID()).execute((_, _) -> ran.countDown());
        var scheduler = Scheduler.create(database, task)
                .enablePriority()
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        scheduler.start();
        try {
            scheduler.scheduleIfNotExists(
                    task.instanceBuilder("one").priority(7).build(), Instant.now());
            assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            scheduler.stop();
        }
    }
}
