package io.polyphony.backend.upload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;

/** Contents in the database, with a copy on this machine's disk. */
@ApplicationScoped
class CachedBlobStore implements BlobStore {
    /** Writing gigabytes takes longer than a transaction usually may. */
    private static final int SECONDS = 3_600;

    private final BlobRows rows;
    private final BlobCache cache;

    CachedBlobStore(BlobRows rows, BlobCache cache) {
        this.rows = rows;
        this.cache = cache;
    }

    @Override
    public StoredBlob put(InputStream content, String mediaType) throws IOException {
        // To disk first: the sender may be slow, and a transaction must not wait for it.
        var received = cache.receive(content);
        try {
            inTransaction(() -> write(received, mediaType));
            cache.adopt(received);
        } finally {
            Files.deleteIfExists(received.file());
        }
        return new StoredBlob(received.sha(), received.length());
    }

    private boolean write(BlobCache.Received received, String mediaType) throws IOException {
        var fresh = rows.claim(received.sha(), received.length(), mediaType);
        if (fresh) {
            try (var in = Files.newInputStream(received.file())) {
                rows.write(received.sha(), in);
            }
        }
        return fresh;
    }

    @Override
    public Sha256 put(byte[] content, String mediaType) {
        return putAll(List.of(content), mediaType).getFirst();
    }

    @Override
    public List<Sha256> putAll(List<byte[]> contents, String mediaType) {
        var named = new LinkedHashMap<Sha256, byte[]>();
        var names = contents.stream().map(Sha256::of).toList();
        for (var i = 0; i < names.size(); i++) {
            named.putIfAbsent(names.get(i), contents.get(i));
        }
        QuarkusTransaction.joiningExisting().timeout(SECONDS).run(() -> rows.writeAll(named, mediaType));
        return names;
    }

    @Override
    public boolean exists(Sha256 sha) {
        return rows.exists(sha);
    }

    @Override
    public InputStream open(Sha256 sha) {
        try {
            return Files.newInputStream(file(sha));
        } catch (IOException e) {
            throw new UncheckedIOException("The content (%s) cannot be read from the cache.".formatted(sha), e);
        }
    }

    @Override
    public byte[] bytes(Sha256 sha) {
        try {
            return Files.readAllBytes(file(sha));
        } catch (IOException evictedMeanwhile) {
            return uncached(sha);
        }
    }

    @Override
    public Path file(Sha256 sha) {
        return cache.find(sha).orElseGet(() -> fetch(sha));
    }

    @Override
    public Path scratch() throws IOException {
        return cache.scratch();
    }

    private Path fetch(Sha256 sha) {
        try {
            var received = cache.receive(sink -> rows.copy(sha, sink));
            if (!received.sha().equals(sha)) {
                Files.deleteIfExists(received.file());
                throw new IllegalStateException("The stored content (%s) is damaged: its bytes have the SHA-256 %s."
                        .formatted(sha, received.sha()));
            }
            return cache.adopt(received);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The content (%s) cannot be brought to the cache. Maybe the disk is full.".formatted(sha), e);
        }
    }

    private static void inTransaction(Callable<?> work) throws IOException {
        try {
            QuarkusTransaction.joiningExisting().timeout(SECONDS).call(work);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw e;
        }
    }

    private byte[] uncached(Sha256 sha) {
        var bytes = new ByteArrayOutputStream();
        try {
            rows.copy(sha, bytes);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return bytes.toByteArray();
    }
}
