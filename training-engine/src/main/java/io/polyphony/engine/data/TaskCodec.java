package io.polyphony.engine.data;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Raw targets to numbers and back; fitted on train rows. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@Type(name = "classes", value = ClassCodec.class), @Type(name = "value", value = ValueCodec.class)})
public sealed interface TaskCodec permits ClassCodec, ValueCodec {

    TaskSpec task();

    /** Class names, empty for regression; a binary task's positive class is the second. */
    List<String> classes();

    /** The targets of these rows, in this order; a missing or unknown label has mask 0. */
    TaskLabels encode(Table table, int[] rows);

    /** A standardised value in original units; a class index as it is. */
    double decode(double value);
}
