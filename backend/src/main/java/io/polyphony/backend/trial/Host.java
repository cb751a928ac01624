package io.polyphony.backend.trial;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where this process runs.
 *
 * @param worker this process, unlike any other
 * @param name the machine
 */
public record Host(String worker, String name) {
    /** This process. */
    public static Host current() {
        var name = machine();
        return new Host(
                "%s/%d/%d".formatted(name, ProcessHandle.current().pid(), System.currentTimeMillis() / 1000), name);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
