package io.polyphony.engine.fusion;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonTypeIdResolver;
import io.polyphony.engine.program.Node;
import java.util.Map;

/**
 * How the embeddings of several inputs become what the heads read. A missing input takes no part; in training each row
 * loses each input with probability {@link #modalityDropout()}, never its last one. To add a fusion: one record in this
 * package, one line in {@link Fusions}, one test.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM, property = "kind")
@JsonTypeIdResolver(FusionIds.class)
public interface FusionSpec {

    /** Length of the fused embedding. */
    int width();

    /** Share of units dropped in training, 0..0.9. */
    double dropout();

    /** Probability that a row loses an input in training, 0..0.9. */
    double modalityDropout();

    /** Adds the fusion and its heads to a graph; returns the raw output of every task. */
    Map<String, Node> outputs(Joint joint, Heads heads);
}
