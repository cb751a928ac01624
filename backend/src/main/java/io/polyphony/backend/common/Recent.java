package io.polyphony.backend.common;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Supplier;

/** The last few large things that were asked for, as long as there is memory; for what never changes once it is there. */
public final class Recent<K, V> {
    private static final int MOST = 8;
    private final Cache<K, V> remembered =
            Caffeine.newBuilder().maximumSize(MOST).softValues().build();

    /** @param read asked in the caller's own thread and transaction where nothing is remembered; what is not there is not remembered */
    public Optional<V> of(K key, Supplier<Optional<V>> read) {
        return Optional.ofNullable(remembered.getIfPresent(key)).or(() -> {
            var found = read.get();
            found.ifPresent(value -> remembered.put(key, value));
            return found;
        });
    }
}
