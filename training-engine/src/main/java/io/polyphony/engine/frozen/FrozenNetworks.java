package io.polyphony.engine.frozen;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** The few networks that were asked last, open: to open one takes longer than to ask it. */
public final class FrozenNetworks {
    private static final int OPEN = 4;
    private static final ReadWriteLock LOCK = new ReentrantReadWriteLock();
    private static final Map<String, FrozenNetwork> NETWORKS = new LinkedHashMap<>();

    private FrozenNetworks() {}

    /**
     * The embedding of one row.
     *
     * @param name of the file's content
     * @param shape of the row
     */
    public static float[] embed(String name, byte[] file, float[] row, int... shape) {
        while (true) {
            LOCK.readLock().lock();
            try {
                var open = find(name);
                if (open != null) {
                    return open.embed(row);
                }
            } finally {
                LOCK.readLock().unlock();
            }
            open(name, file, shape);
        }
    }

    private static @Nullable FrozenNetwork find(String name) {
        return NETWORKS.get(name);
    }

    /** Nobody asks while one is opened and, beyond a few, the one that was opened first closed. */
    private static void open(String name, byte[] file, int... shape) {
        LOCK.writeLock().lock();
        try {
            if (!NETWORKS.containsKey(name)) {
                if (NETWORKS.size() >= OPEN) {
                    var oldest = NETWORKS.entrySet().iterator().next();
                    oldest.getValue().close();
                    NETWORKS.remove(oldest.getKey());
                }
                NETWORKS.put(name, FrozenNetwork.open(file, shape));
            }
        } finally {
            LOCK.writeLock().unlock();
        }
    }
}
