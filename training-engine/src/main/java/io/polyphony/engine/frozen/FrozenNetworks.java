package io.polyphony.engine.frozen;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The few networks that were asked last, open: to open one takes longer than to ask it. */
public final class FrozenNetworks {
    private static final int OPEN = 4;
    private static final ReadWriteLock LOCK = new ReentrantReadWriteLock();
    private static final Map<String, Frozen> NETWORKS = new LinkedHashMap<>();

    private FrozenNetworks() {}

    /**
     * The embedding of one row.
     *
     * @param name of the file's content
     * @param shape of the row
     */
    public static float[] embed(String name, byte[] file, float[] row, int... shape) {
        return asked(name, FrozenNetwork.class, () -> FrozenNetwork.open(file, shape), open -> open.embed(row));
    }

    /**
     * The embedding of one text.
     *
     * @param name of the file's content
     * @param length tokens of a text at most
     * @param lowercase whether it is read in small letters without accents
     */
    public static float[] embed(String name, byte[] file, String text, int length, boolean lowercase) {
        var reading = "%s %d %s".formatted(name, length, lowercase);
        return asked(
                reading, FrozenText.class, () -> FrozenText.open(file, length, lowercase), open -> open.embed(text));
    }

    private static <T extends Frozen> float[] asked(
            String name, Class<T> kind, Supplier<T> opening, Function<T, float[]> question) {
        while (true) {
            LOCK.readLock().lock();
            try {
                var open = find(name);
                if (open != null) {
                    return question.apply(kind.cast(open));
                }
            } finally {
                LOCK.readLock().unlock();
            }
            open(name, opening);
        }
    }

    private static @Nullable Frozen find(String name) {
        return NETWORKS.get(name);
    }

    /** Nobody asks while one is opened and, beyond a few, the one that was opened first closed. */
    private static void open(String name, Supplier<? extends Frozen> opening) {
        LOCK.writeLock().lock();
        try {
            if (!NETWORKS.containsKey(name)) {
                if (NETWORKS.size() >= OPEN) {
                    var oldest = NETWORKS.entrySet().iterator().next();
                    oldest.getValue().close();
                    NETWORKS.remove(oldest.getKey());
                }
                NETWORKS.put(name, opening.get());
            }
        } finally {
            LOCK.writeLock().unlock();
        }
    }
}
