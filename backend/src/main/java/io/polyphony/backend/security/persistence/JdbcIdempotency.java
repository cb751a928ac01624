package io.polyphony.backend.security.persistence;

import io.polyphony.backend.common.UserId;
import io.polyphony.backend.security.IdempotencyStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;

@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class JdbcIdempotency implements IdempotencyStore {
    private static final String FORGET = "delete from idempotency_key where started_at < now() - interval '24 hours'";
    // A process that died leaves its key unanswered; after a quarter of an hour a repetition may try again.
    private static final String CLAIM = "insert into idempotency_key as old (user_id, key, request_hash, started_at)"
            + " values (?, ?, ?, now()) on conflict (user_id, key) do update"
            + " set request_hash = excluded.request_hash, started_at = excluded.started_at"
            + " where old.status is null and old.started_at < now() - interval '15 minutes'";
    private static final String SELECT = "select * from idempotency_key where user_id = ? and key = ?";
    private static final String KEEP =
            "update idempotency_key set status = ?, location = ?, media_type = ?, body = ? where user_id = ? and key = ?";
    private static final String RELEASE =
            "delete from idempotency_key where user_id = ? and key = ? and status is null";

    private final DataSource database;

    JdbcIdempotency(DataSource database) {
        this.database = database;
    }

    @Override
    public Claim claim(UserId user, String key, byte[] requestHash) {
        try (var connection = database.getConnection();
                var forget = connection.prepareStatement(FORGET);
                var claim = connection.prepareStatement(CLAIM)) {
            forget.executeUpdate();
            claim.setObject(1, user.value());
            claim.setString(2, key);
            claim.setBytes(3, requestHash);
            return claim.executeUpdate() == 1 ? new Fresh() : earlier(connection, user, key, requestHash);
        } catch (SQLException e) {
            throw failed(key, e);
        }
    }

    private static Claim earlier(Connection connection, UserId user, String key, byte[] requestHash)
            throws SQLException {
        try (var select = connection.prepareStatement(SELECT)) {
            select.setObject(1, user.value());
            select.setString(2, key);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return new Running(); // released a moment ago: the repetition may come again
                }
                if (!Arrays.equals(row.getBytes("request_hash"), requestHash)) {
                    return new Mismatch();
                }
                var status = Optional.ofNullable(row.getObject("status", Integer.class));
                if (status.isEmpty()) {
                    return new Running();
                }
                return new Answered(new Answer(
                        status.get(), row.getString("location"), row.getString("media_type"), row.getBytes("body")));
            }
        }
    }

    @Override
    public void keep(UserId user, String key, Answer answer) {
        try (var connection = database.getConnection();
                var keep = connection.prepareStatement(KEEP)) {
            keep.setInt(1, answer.status());
            keep.setString(2, answer.location());
            keep.setString(3, answer.mediaType());
            keep.setBytes(4, answer.body());
            keep.setObject(5, user.value());
            keep.setString(6, key);
            keep.executeUpdate();
        } catch (SQLException e) {
            throw failed(key, e);
        }
    }

    @Override
    public void release(UserId user, String key) {
        try (var connection = database.getConnection();
                var release = connection.prepareStatement(RELEASE)) {
            release.setObject(1, user.value());
            release.setString(2, key);
            release.executeUpdate();
        } catch (SQLException e) {
            throw failed(key, e);
        }
    }

    private static IllegalStateException failed(String key, SQLException e) {
        return new IllegalStateException("The idempotency key (%s) could not be read or written.".formatted(key), e);
    }
}
