package io.polyphony.backend.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.testing.PlatformTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventLogTest extends PlatformTest {
    @Inject
    EventLog log;

    @Inject
    DataSource database;

    @Test
    void an_event_comes_back_as_it_was_written() {
        var project = ProjectId.next();
        var experiment = ExperimentId.next();
        var trial = TrialId.next();
        QuarkusTransaction.requiringNew()
                .run(() -> log.append("trial.epoch", project, experiment, trial, Map.of("epoch", 3, "loss", 0.25)));
        for (var filter : List.of(
                new EventFilter.OfProject(project),
                new EventFilter.OfExperiment(experiment),
                new EventFilter.OfTrial(trial))) {
            assertThat(log.after(0, filter, 10)).singleElement().satisfies(event -> {
                assertThat(event.type()).isEqualTo("trial.epoch");
                assertThat(event.payload()).containsEntry("epoch", 3).containsEntry("loss", 0.25);
                assertThat(event.trial()).isEqualTo(trial);
                assertThat(filter.accepts(event)).isTrue();
            });
        }
        assertThat(log.after(0, new EventFilter.OfTrial(TrialId.next()), 10)).isEmpty();
    }

    @Test
    void old_events_are_forgotten_young_ones_and_the_newest_are_not() throws SQLException {
        var project = ProjectId.next();
        for (var type : List.of("old", "young", "older, but newest")) {
            QuarkusTransaction.requiringNew().run(() -> log.append(type, project, null, null, Map.of()));
        }
        long newest = log.last();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update event set at = at - interval '31 days' where project_id = ? and type like 'old%'")) {
            statement.setObject(1, project.value());
            statement.executeUpdate();
        }
        assertThat(log.forget(Duration.ofDays(30))).isEqualTo(1);
        assertThat(log.after(0, new EventFilter.OfProject(project), 10))
                .extracting(Event::type)
                .containsExactly("young", "older, but newest");
        assertThat(log.last()).isEqualTo(newest);
    }

    @Test
    void an_event_needs_a_transaction_and_vanishes_with_it() {
        var project = ProjectId.next();
        assertThatThrownBy(() -> log.append("x", project, null, null, Map.of()))
                .isInstanceOf(jakarta.transaction.TransactionalException.class);
        QuarkusTransaction.begin();
        log.append("x", project, null, null, Map.of());
        QuarkusTransaction.rollback();
        assertThat(log.after(0, new EventFilter.OfProject(project), 10)).isEmpty();
    }

    @Test
    void what_commits_later_has_the_greater_number_even_when_it_was_written_first() throws SQLException {
        var project = ProjectId.next();
        try (var slow = database.getConnection();
                var quick = database.getConnection()) {
            slow.setAutoCommit(false);
            quick.setAutoCommit(false);
            insert(slow, project, "first written");
            insert(quick, project, "first committed");
            quick.commit();
            var seen = log.after(0, new EventFilter.OfProject(project), 10);
            assertThat(seen).extracting(Event::type).containsExactly("first committed");
            slow.commit();
            var then = log.after(seen.getLast().seq(), new EventFilter.OfProject(project), 10);
            assertThat(then).extracting(Event::type).containsExactly("first written");
        }
    }

    @Test
    void a_reader_that_never_looks_back_misses_nothing_of_many_writers() {
        var project = ProjectId.next();
        int writers = 6;
        int each = 40;
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = IntStream.range(0, writers)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> write(start, project, writer, each), threads))
                    .toArray(CompletableFuture<?>[]::new);
            start.countDown();
            var read = new ArrayList<Event>();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        long last = read.isEmpty() ? 0 : read.getLast().seq();
                        read.addAll(log.after(last, new EventFilter.OfProject(project), 7));
                        return read.size() == writers * each;
                    });
            CompletableFuture.allOf(done).join();
            assertThat(read).extracting(event -> event.payload().get("key")).doesNotHaveDuplicates();
            assertThat(read).extracting(Event::seq).isSorted();
        }
    }

    private void write(CountDownLatch start, ProjectId project, int writer, int count) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i < count; i++) {
            var key = writer + "/" + i;
            QuarkusTransaction.requiringNew().run(() -> log.append("burst", project, null, null, Map.of("key", key)));
        }
    }

    private static void insert(java.sql.Connection connection, ProjectId project, String type) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into event (id, project_id, type, payload) values (gen_random_uuid(), ?, ?, '{}')")) {
            statement.setObject(1, project.value());
            statement.setString(2, type);
            statement.executeUpdate();
        }
    }
}
