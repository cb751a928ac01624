package io.polyphony.backend.experiment.space;

/**
 * Names of the parameters that a search may choose: written by {@link DefaultSpace}, read by the one class that turns an
 * assignment into a network, shown to people as they are.
 */
public final class Knobs {
    public static final String FUSION = "fusion";
    public static final String LOSS_WEIGHTING = "loss_weighting";
    /** Prefix of a task's static weight, on a logarithmic scale: the weights are their softmax times the number of tasks. */
    public static final String WEIGHT = "weight.";

    /** Passes over the train rows; where it is missing, as many as the experiment allows. */
    public static final String EPOCHS = "epochs";

    public static final String SHARING = "sharing";
    public static final String UNIMODAL = "unimodal";
    public static final String MODULATION = "modulation";
    public static final String AUTOENCODING = "autoencoding";
    public static final String OPTIMIZER = "optimizer";
    public static final String LEARNING_RATE = "learning_rate";
    /** Stochastic gradient descent wants rates, and Lion too, that would ruin others. */
    public static final String SGD_RATE = "sgd_rate";

    public static final String LION_RATE = "lion_rate";
    public static final String SCHEDULE = "schedule";
    /** Epochs over which weights are averaged. */
    public static final String AVERAGING = "averaging";
    /** What forecasts say before the first step. */
    public static final String FORECAST_START = "forecast_start";

    public static final String FORECAST_PAST = "forecast_past";
    public static final String FORECAST_UNIT = "forecast_unit";
    public static final String FORECAST_INPUTS = "forecast_inputs";
    static final String EVEN = "even";

    /** Which weights of a training become the network. */
    public static final String KEPT = "kept";
    /** Whether tasks are stopped early together or each at its own best epoch. */
    public static final String STOPPING = "stopping";
    /** Longest gradient; 0 for no limit. */
    public static final String CLIPPING = "clipping";
    /** By task: a factor on the learning rate of its own layers. */
    public static final String HEAD_RATE = "head_rate";
    /** By modality: the share of the epochs in which its encoders stand still. */
    public static final String FREEZE = "freeze";

    public static final String WEIGHT_DECAY = "weight_decay";
    public static final String BATCH = "batch";
    public static final String LABEL_SMOOTHING = "label_smoothing";

    public static final String REGRESSION_LOSS = "regression_loss";
    public static final String WIDTH = "width";
    public static final String DEPTH = "depth";
    public static final String DROPOUT = "dropout";
    public static final String MODALITY_DROPOUT = "modality_dropout";
    public static final String HEAD = "head";

    public static final String TABLE_ENCODER = "table_encoder";
    public static final String TABLE_WIDTH = "table_width";
    public static final String TABLE_DEPTH = "table_depth";

    /** How many answers of fixed kernels are seen of columns that are steps of one measurement. */
    public static final String TABLE_ANSWERS = "table_answers";

    public static final String SERIES_ANSWERS = "series_answers";

    /** What is seen of numbers. */
    public static final String TABLE_NUMBERS = "table_numbers";

    /** Which columns are seen at all. */
    public static final String TABLE_COLUMNS = "table_columns";

    public static final String TEXT_ENCODER = "text_encoder";
    public static final String TEXT_DIMENSION = "text_dimension";
    public static final String TEXT_LENGTH = "text_length";
    /** 1 reads ahead, 2 reads from the end as well. */
    public static final String TEXT_DIRECTIONS = "text_directions";

    public static final String TEXT_DEPTH = "text_depth";
    /** 1 counts words, 2 pairs of neighbours as well. */
    public static final String TEXT_NGRAMS = "text_ngrams";

    /** What a token is. */
    public static final String TEXT_TOKENS = "text_tokens";

    public static final String IMAGE_ENCODER = "image_encoder";
    public static final String IMAGE_SIZE = "image_size";

    /** Most places per side of what convolutions work on: a stem shrinks larger pictures to that, without a stem where it is missing. */
    public static final String IMAGE_GRID = "image_grid";

    /** 1 grey, 3 colour. */
    public static final String IMAGE_CHANNELS = "image_channels";

    /** What of a picture's light is seen. */
    public static final String IMAGE_LIGHT = "image_light";

    public static final String IMAGE_WIDTH = "image_width";
    public static final String IMAGE_BLOCKS = "image_blocks";
    /** Cells per side by which a residual network is read out; absent in trials of before there were any, which take the mean. */
    public static final String IMAGE_CELLS = "image_cells";

    /** Typical patches that pictures are compared with. */
    public static final String IMAGE_WORDS = "image_words";

    static final String PATCHES = "patches";
    static final String RESNET_10 = "resnet10";
    static final String RESNET_18 = "resnet18";

    public static final String AUDIO_ENCODER = "audio_encoder";
    public static final String AUDIO_RATE = "audio_rate";
    public static final String AUDIO_FRAMES = "audio_frames";
    public static final String AUDIO_WIDTH = "audio_width";
    public static final String AUDIO_BLOCKS = "audio_blocks";
    /** Typical patches that spectrograms are compared with. */
    public static final String AUDIO_WORDS = "audio_words";

    static final String FUNCTIONALS = "functionals";

    public static final String SERIES_ENCODER = "series_encoder";
    public static final String SERIES_LENGTH = "series_length";
    public static final String SERIES_WIDTH = "series_width";

    /** How strongly pictures and recordings are varied in training: 0 not at all. */
    public static final String MEDIA_AUGMENT = "media_augment";
    /** How many words are dropped in training: 0 none, 2 a fifth. */
    public static final String TEXT_AUGMENT = "text_augment";

    /** How strongly series are varied in training: 0 not at all. */
    public static final String SERIES_AUGMENT = "series_augment";

    /** Whether numbers begin at a line through those of tables. */
    public static final String NUMBER_LINE = "number_line";

    /** How things on pictures are counted. */
    public static final String COUNTING = "counting";

    /** In which ways pictures may lie. */
    public static final String MIRROR = "mirror";

    /** In which ways a trained network looks at a picture. */
    public static final String VIEWS = "views";

    /** How strongly voices are varied. */
    public static final String VOICES = "voices";

    /** Concentration of the shares in which rows are mixed; 0 for none. */
    public static final String MIXUP = "mixup";

    public static final String CLASS_BALANCE = "class_balance";

    static final String MEAN = "mean";
    static final String TFIDF = "tfidf";
    static final String CNN = "cnn";
    static final String CRNN = "crnn";
    static final String GRU = "gru";
    static final String LSTM = "lstm";
    static final String TRANSFORMER = "transformer";
    static final String PIECES = "pieces";
    static final String TCN = "tcn";
    static final String PAST = "past";
    static final String ALL = "all";
    static final String MINIROCKET = "minirocket";
    static final String VECTOR = "vector";
    static final String LINEAR = "linear";
    static final String FITTED = "fitted";

    private Knobs() {}
}
