package io.polyphony.engine.frozen;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The vocabulary of an ONNX file that reads texts: it stands among the file's own properties, so that the file is whole. */
public final class FrozenVocabulary {
    private static final String KEY = "polyphony.vocabulary";

    private FrozenVocabulary() {}

    /**
     * The same network with its vocabulary.
     *
     * @param vocabulary a file of a piece per line, in UTF-8
     * @throws IllegalArgumentException if the file is no ONNX network
     */
    public static byte[] with(byte[] file, byte[] vocabulary) {
        OnnxContent.check(file);
        var model = parsed(file).toBuilder();
        var others = model.getMetadataPropsList().stream()
                .filter(property -> !property.getKey().equals(KEY))
                .toList();
        var text = new String(vocabulary, StandardCharsets.UTF_8);
        return model.clearMetadataProps()
                .addAllMetadataProps(others)
                .addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(KEY).setValue(text))
                .build()
                .toByteArray();
    }

    /** Its pieces, whose places are their ids; empty where the file brings none along. */
    static Optional<List<String>> of(byte[] file) {
        return parsed(file).getMetadataPropsList().stream()
                .filter(property -> property.getKey().equals(KEY))
                .findFirst()
                .map(property -> property.getValue().lines().map(String::strip).toList());
    }

    private static ModelProto parsed(byte[] file) {
        try {
            return ModelProto.parseFrom(file);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("The %d bytes are no ONNX network.".formatted(file.length), e);
        }
    }
}
