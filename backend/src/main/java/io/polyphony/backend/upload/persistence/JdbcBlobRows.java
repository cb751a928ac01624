package io.polyphony.backend.upload.persistence;

import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.persistence.Sql;
import io.polyphony.backend.upload.BlobRows;
import io.polyphony.backend.upload.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcBlobRows implements BlobRows {
    private static final int CHUNK = 1 << 20;
    private static final int CHUNKS_AT_ONCE = 8;
    // xmax is 0 for a row that this statement inserted and not merely touched.
    private static final String CLAIM = """
            insert into blob (sha, length, media_type, touched_at)
            select s, l, ?, clock_timestamp() from unnest(?::text[], ?::bigint[]) as t (s, l)
            on conflict (sha) do update set touched_at = excluded.touched_at
            returning sha, xmax = 0 as fresh""";
    private static final String WRITE = "insert into blob_chunk (sha, chunk, bytes) values (?, ?, ?)";
    private static final String READ =
            "select bytes from blob_chunk where sha = ? and chunk >= ? order by chunk limit ?";
    private static final String REFERENCES = """
            select c.conrelid::regclass::text as table_name, a.attname as column_name
            from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            where c.contype = 'f' and c.confrelid = 'blob'::regclass and c.conrelid <> 'blob_chunk'::regclass""";

    private final Sql sql;

    JdbcBlobRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean claim(Sha256 sha, long length, String mediaType) {
        return !claimAll(List.of(sha), List.of(length), mediaType).isEmpty();
    }

    @Override
    public void write(Sha256 sha, InputStream content) throws IOException {
        var chunks = new ArrayList<@Nullable Object[]>();
        var number = 0;
        for (var bytes = content.readNBytes(CHUNK); bytes.length > 0; bytes = content.readNBytes(CHUNK)) {
            chunks.add(new @Nullable Object[] {sha.hex(), number++, bytes});
            if (chunks.size() == CHUNKS_AT_ONCE) {
                sql.batch(WRITE, chunks);
                chunks.clear();
            }
        }
        sql.batch(WRITE, chunks);
    }

    @Override
    public void writeAll(Map<Sha256, byte[]> contents, String mediaType) {
        // One order for all writers, so that two of them never wait for each other.
        var sorted = new TreeMap<String, byte[]>();
        contents.forEach((sha, bytes) -> sorted.put(sha.hex(), bytes));
        var names = sorted.keySet().stream().map(Sha256::new).toList();
        var lengths = sorted.values().stream().map(bytes -> (long) bytes.length).toList();
        var chunks = new ArrayList<@Nullable Object[]>();
        for (var fresh : claimAll(names, lengths, mediaType)) {
            addChunks(chunks, fresh, sorted.getOrDefault(fresh.hex(), new byte[0]));
        }
        sql.batch(WRITE, chunks);
    }

    @Override
    public boolean exists(Sha256 sha) {
        return sql.one("select 1 from blob where sha = ?", row -> true, sha.hex())
                .orElse(false);
    }

    @Override
    public void copy(Sha256 sha, OutputStream sink) throws IOException {
        if (!exists(sha)) {
            throw NotFound.of("stored content", sha);
        }
        var next = 0;
        List<byte[]> chunks;
        do {
            chunks = sql.list(READ, row -> row.getBytes("bytes"), sha.hex(), next, CHUNKS_AT_ONCE);
            for (var chunk : chunks) {
                sink.write(chunk);
            }
            next += chunks.size();
        } while (chunks.size() == CHUNKS_AT_ONCE);
    }

    @Override
    public int sweep(Duration unusedFor) {
        var unreferenced = new StringBuilder();
        record Reference(String table, String column) {}
        sql.list(REFERENCES, row -> new Reference(row.getString("table_name"), row.getString("column_name")))
                .forEach(r -> unreferenced.append(
                        " and not exists (select 1 from %s r where r.%s = b.sha)".formatted(r.table(), r.column())));
        return sql.update(
                "delete from blob b where b.touched_at < clock_timestamp() - make_interval(secs => ?)" + unreferenced,
                (double) unusedFor.toSeconds());
    }

    private List<Sha256> claimAll(List<Sha256> names, List<Long> lengths, String mediaType) {
        record Claim(Sha256 sha, boolean fresh) {}
        return sql
                .list(
                        CLAIM,
                        row -> new Claim(new Sha256(row.getString("sha")), row.getBoolean("fresh")),
                        mediaType,
                        names.stream().map(Sha256::hex).toArray(String[]::new),
                        lengths.toArray(Long[]::new))
                .stream()
                .filter(Claim::fresh)
                .map(Claim::sha)
                .toList();
    }

    private static void addChunks(List<@Nullable Object[]> chunks, Sha256 sha, byte[] content) {
        try (var in = new ByteArrayInputStream(content)) {
            var number = 0;
            for (var bytes = in.readNBytes(CHUNK); bytes.length > 0; bytes = in.readNBytes(CHUNK)) {
                chunks.add(new @Nullable Object[] {sha.hex(), number++, bytes});
            }
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
    }
}
