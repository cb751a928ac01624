package io.polyphony.frontend.component;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Work that is done one turn at a time, however often it is asked for: a turn that is asked for while another is under way
 * begins when what that one made has arrived.
 */
final class Turns {
    private final Consumer<Runnable> later;
    private final Consumer<Runnable> work;
    private boolean due;
    private boolean underWay;

    /**
     * @param later runs what it is given, on a thread of its own
     * @param work does one turn and is given what to call, once or more often, when that has arrived
     */
    Turns(Consumer<Runnable> later, Consumer<Runnable> work) {
        this.later = later;
        this.work = work;
    }

    /** Asks for a turn that begins after this call. */
    synchronized void soon() {
        due = true;
        begin();
    }

    private void begin() {
        if (due && !underWay) {
            underWay = true;
            later.accept(this::turn);
        }
    }

    private void turn() {
        synchronized (this) {
            due = false;
        }
        var open = new AtomicBoolean(true);
        work.accept(() -> {
            if (open.getAndSet(false)) {
                arrived();
            }
        });
    }

    private synchronized void arrived() {
        underWay = false;
        begin();
    }
}
