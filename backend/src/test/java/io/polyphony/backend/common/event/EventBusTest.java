package io.polyphony.backend.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.testing.PlatformTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventBusTest extends PlatformTest {
    private static final Duration WITHIN = Duration.ofSeconds(10);

    @Inject
    EventLog log;

    @Inject
    EventBus bus;

    @Inject
    DataSource database;

    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final ProjectId project = ProjectId.next();

    @Test
    void a_listener_hears_what_is_committed_after_it_came_and_nothing_foreign() {
        append(project, "before");
        try (var _ = bus.subscribe(new EventFilter.OfProject(project), heard::add)) {
            append(ProjectId.next(), "foreign");
            append(project, "one");
            append(project, "two");
            await().atMost(WITHIN).until(() -> heard.size() == 2);
        }
        assertThat(heard).extracting(Event::type).containsExactly("one", "two");
    }

    @Test
    void a_failing_listener_harms_nobody() {
        try (var _ = bus.subscribe(new EventFilter.OfProject(project), _ -> {
                    throw new IllegalStateException("a listener of this test fails on purpose");
                });
                var _ = bus.subscribe(new EventFilter.OfProject(project), heard::add)) {
            append(project, "one");
            await().atMost(WITHIN).until(() -> heard.size() == 1);
        }
    }

    @Test
    void a_lost_connection_loses_no_event() throws SQLException {
        try (var _ = bus.subscribe(new EventFilter.OfProject(project), heard::add)) {
            append(project, "one");
            await().atMost(WITHIN).until(() -> heard.size() == 1);
            assertThat(cutConnections()).isPositive();
            append(project, "two");
            await().atMost(WITHIN).until(() -> heard.size() == 2);
        }
        assertThat(heard).extracting(Event::type).containsExactly("one", "two");
    }

    private void append(ProjectId where, String type) {
        QuarkusTransaction.requiringNew().run(() -> log.append(type, where, null, null, Map.of()));
    }

    private int cutConnections() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = 'polyphony events'")) {
            int cut = 0;
            while (rows.next()) {
                cut++;
            }
            return cut;
        }
    }
}
