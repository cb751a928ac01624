package io.polyphony.engine.training;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much memory one training may take.
 *
 * @param deviceBytes outside of the Java heap
 * @param heapBytes on it
 */
record MemoryBudget(long deviceBytes, long heapBytes) {

    /** Half of the machine's (or container's) memory outside of the heap, and half of the heap. */
    static MemoryBudget ofThisMachine() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new MemoryBudget(
                system.getTotalMemorySize() / 2, Runtime.getRuntime().maxMemory() / 2);
    }

    void require(MemoryEstimate needed, int batchSize) {
        if (needed.deviceBytes() > deviceBytes) {
            throw new TooLarge(needed.deviceBytes(), deviceBytes, batchSize);
        }
        if (needed.heapBytes() > heapBytes) {
            throw new TooLarge(needed.heapBytes(), heapBytes, batchSize);
        }
    }
}
