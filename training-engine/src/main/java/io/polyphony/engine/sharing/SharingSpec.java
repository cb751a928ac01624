package io.polyphony.engine.sharing;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonTypeIdResolver;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import java.util.List;
import java.util.Map;

/**
 * How tasks share the layers between what was fused and their heads. To add one: one record in this package, one line in
 * {@link Sharings}, one test.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM, property = "kind")
@JsonTypeIdResolver(SharingIds.class)
public interface SharingSpec {

    /**
     * Adds the layers to a graph.
     *
     * @param name prefix of their parameters' names
     * @param fused [batch, any width]
     * @param tasks at least one
     * @return what the head of each task reads, [batch, any width], in the order of the tasks
     */
    Map<String, Node> features(Graph graph, String name, Node fused, List<String> tasks);
}
