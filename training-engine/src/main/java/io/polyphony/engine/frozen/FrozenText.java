package io.polyphony.engine.frozen;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * One ONNX file in ONNX Runtime that reads the ids of word pieces, as exports of the BERT family do: {@code input_ids} [rows,
 * tokens] and, where it has them, {@code attention_mask} and {@code token_type_ids} of the same shape. It says an embedding [rows,
 * width], or one per token, of which the mean over the text is taken; of several answers the one that is called
 * {@code sentence_embedding}, else the first. Texts are asked one at a time.
 */
public final class FrozenText implements Frozen {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String KINDS = "token_type_ids";
    private static final String SENTENCE = "sentence_embedding";

    private final OrtSession session;
    private final WordPieces words;
    private final int length;
    private final int vocabulary;
    private final boolean padded;
    private final String output;

    private FrozenText(OrtSession session, List<String> vocabulary, int length, boolean lowercase) throws OrtException {
        this.session = session;
        this.words = new WordPieces(vocabulary, lowercase);
        this.vocabulary = vocabulary.size();
        this.length = length;
        this.padded = checkInputs(session, length);
        this.output = checkedOutput(session);
    }

    /**
     * Opens a file that brings its vocabulary along.
     *
     * @param length tokens of a text at most, its begin and its end among them
     * @param lowercase whether texts are read in small letters without accents
     * @throws IllegalArgumentException when ONNX Runtime cannot open it, or it reads or says something else; the message tells what
     */
    public static FrozenText open(byte[] file, int length, boolean lowercase) {
        return Runtimes.opened(file, session -> {
            var vocabulary = FrozenVocabulary.of(file)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The network reads texts, but has no vocabulary.%nMaybe send its vocab.txt along."
                                    .formatted()));
            return new FrozenText(session, vocabulary, length, lowercase);
        });
    }

    /** Whether all texts must be as long as the longest. */
    private static boolean checkInputs(OrtSession session, int length) throws OrtException {
        var inputs = session.getInputInfo();
        boolean fits = inputs.containsKey(IDS) && List.of(IDS, MASK, KINDS).containsAll(inputs.keySet());
        boolean padded = false;
        for (var input : inputs.values()) {
            fits &= input.getInfo() instanceof TensorInfo tensor
                    && tensor.type == OnnxJavaType.INT64
                    && tensor.getShape().length == 2
                    && tensor.getShape()[0] <= 1
                    && (tensor.getShape()[1] < 0 || tensor.getShape()[1] == length);
            padded |= fits && ((TensorInfo) input.getInfo()).getShape()[1] > 0;
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "The network reads %s, but what is said of a text is %s, and %s and %s where it has them: int64 of the shape [1, %d].%nMaybe the length is another, or export it as feature extraction."
                            .formatted(inputs.values(), IDS, MASK, KINDS, length));
        }
        return padded;
    }

    private static String checkedOutput(OrtSession session) throws OrtException {
        var outputs = session.getOutputInfo();
        NodeInfo said = outputs.containsKey(SENTENCE)
                ? outputs.get(SENTENCE)
                : outputs.values().iterator().next();
        boolean fits = said != null
                && said.getInfo() instanceof TensorInfo tensor
                && tensor.type == OnnxJavaType.FLOAT
                && (tensor.getShape().length == 2 || tensor.getShape().length == 3);
        if (said == null || !fits) {
            throw new IllegalArgumentException(
                    "The network says %s, but an embedding is floats of the shape [rows, width] or [rows, tokens, width].%nMaybe cut the rest off before the export."
                            .formatted(outputs.values()));
        }
        return said.getName();
    }

    /**
     * The embedding of a text.
     *
     * @throws IllegalArgumentException when the network cannot be run, or says no numbers
     */
    public float[] embed(String text) {
        return embedded(words.ids(text, length));
    }

    private float[] embedded(long[] ids) {
        int places = padded ? length : ids.length;
        var all = Arrays.copyOf(ids, places);
        Arrays.fill(all, ids.length, places, words.padding());
        var there = new long[places];
        Arrays.fill(there, 0, ids.length, 1);
        var tensors = new HashMap<String, OnnxTensorLike>();
        try {
            for (var name : session.getInputNames()) {
                tensors.put(name, tensor(name.equals(IDS) ? all : name.equals(MASK) ? there : new long[places]));
            }
            try (var answers = session.run(tensors)) {
                var said = answers.get(output).orElseThrow().getValue();
                return Frozen.finite(said instanceof float[][] whole ? whole[0] : mean((float[][][]) said, ids.length));
            }
        } catch (OrtException e) {
            throw new IllegalArgumentException(
                    "ONNX Runtime cannot run the network (%s).".formatted(e.getMessage()), e);
        } finally {
            tensors.values().forEach(OnnxTensorLike::close);
        }
    }

    private static OnnxTensor tensor(long[] numbers) throws OrtException {
        return OnnxTensor.createTensor(
                Runtimes.environment(), LongBuffer.wrap(numbers), new long[] {1, numbers.length});
    }

    /** Over the tokens of the text, without what pads it. */
    private static float[] mean(float[][][] said, int tokens) {
        var mean = new float[said[0][0].length];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (int token = 0; token < tokens; token++) {
                sum += said[0][token][i];
            }
            mean[i] = (float) (sum / tokens);
        }
        return mean;
    }

    /** How many numbers the embedding of an empty text has; the last word of the vocabulary is tried as well. */
    public int width() {
        int width = Frozen.width(embed(""));
        try {
            var unused = embedded(new long[] {vocabulary - 1});
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "The network does not know the last of the %d words of the vocabulary.%nMaybe the vocabulary is another network's."
                            .formatted(vocabulary),
                    unknown);
        }
        return width;
    }

    @Override
    public void close() {
        Runtimes.close(session);
    }
}
