package io.polyphony.engine.data;

/** One task; its name is the target column. */
public record TaskSpec(String name, TaskType type) {}
