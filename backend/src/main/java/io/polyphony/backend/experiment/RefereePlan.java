package io.polyphony.backend.experiment;

import java.util.List;

/**
 * A trial for comparison only: the recipe of one of the first trials, but with fewer tasks or fewer inputs. Without it nobody
 * can see whether sharing or fusing helped.
 *
 * @param label what it is, such as {@code only rating} or {@code only text}
 * @param tasks names of the tasks it learns
 * @param inputs names of the inputs it sees
 */
public record RefereePlan(String label, List<String> tasks, List<String> inputs) {
    public RefereePlan {
        tasks = List.copyOf(tasks);
        inputs = List.copyOf(inputs);
    }
}
