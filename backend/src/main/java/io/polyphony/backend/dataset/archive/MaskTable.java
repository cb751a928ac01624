package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.SplitPart;
import io.polyphony.backend.dataset.media.MediaKind;
import io.polyphony.backend.dataset.table.RowSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * An archive without a table, whose folder {@code masks} has one mask for each picture of the folder beside it, or whose
 * pictures lie beside masks such as {@code 1_mask.png}. Above these there may be folders of a split.
 *
 * @param rows picture, mask, and what the rows are for where a folder says so
 */
public record MaskTable(String name, List<List<String>> rows) implements RowSource {
    private static final Set<String> FOLDERS =
            Set.of("mask", "masks", "annotation", "annotations", "segmentation", "segmentations", "label", "labels");
    private static final Pattern SUFFIX =
            Pattern.compile("[_. -](masks?|segmentations?|seg|annotations?|labels?|gt)$", Pattern.CASE_INSENSITIVE);
    /** So many of the masks are looked at. */
    private static final int LOOKS = 5;

    /**
     * The table, where picture and mask of one name come in pairs.
     *
     * @param maskLike whether the image of a path has so few levels that it may be a mask: a class may be called mask as well
     */
    public static Optional<MaskTable> of(String archive, Collection<String> files, Predicate<String> maskLike) {
        var masks = new TreeMap<String, String>();
        var pictures = new TreeMap<String, String>();
        var folders = new HashSet<String>();
        var images = files.stream()
                .filter(file ->
                        MediaKind.byName(file).filter(k -> k == MediaKind.IMAGE).isPresent())
                .toList();
        int depth = images.stream().mapToInt(MaskTable::maskFolder).max().orElse(-1);
        for (var path : images) {
            var mask = depth < 0 ? isSuffixed(path) : maskFolder(path) == depth;
            if (!mask && depth >= 0) {
                folders.add(folder(path, depth));
            }
            if ((mask ? masks : pictures).put(key(path, depth, mask), path) != null) {
                return Optional.empty();
            }
        }
        var pairs = !masks.isEmpty() && folders.size() <= 1 && masks.keySet().equals(pictures.keySet());
        return pairs && masks.values().stream().limit(LOOKS).allMatch(maskLike)
                ? Optional.of(new MaskTable(archive, rows(pictures, masks)))
                : Optional.empty();
    }

    private static List<List<String>> rows(Map<String, String> pictures, Map<String, String> masks) {
        var split = pictures.values().stream().allMatch(path -> part(path).isPresent());
        var rows = new ArrayList<List<String>>();
        pictures.forEach((key, path) -> {
            var mask = Optional.ofNullable(masks.get(key)).orElseThrow();
            rows.add(split ? List.of(path, mask, part(path).orElseThrow()) : List.of(path, mask));
        });
        return List.copyOf(rows);
    }

    private static Optional<String> part(String path) {
        return Arrays.stream(path.split("/"))
                .filter(word -> SplitPart.of(word).isPresent())
                .findFirst();
    }

    /** How many folders are above the one of masks; -1 where there is none. */
    private static int maskFolder(String path) {
        var words = path.toLowerCase(Locale.ROOT).split("/");
        for (var i = words.length - 2; i >= 0; i--) {
            if (FOLDERS.contains(words[i])) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSuffixed(String path) {
        return SUFFIX.matcher(stem(path)).find();
    }

    private static String folder(String path, int depth) {
        var words = path.split("/");
        return words.length > depth + 1 ? words[depth] : "";
    }

    /** What picture and mask have in common: the path without the folder at that depth, the ending, and the mask's suffix. */
    private static String key(String path, int depth, boolean mask) {
        var words = new ArrayList<>(List.of(stem(path).split("/")));
        if (depth >= 0 && words.size() > depth + 1) {
            words.remove(depth);
        }
        var joined = String.join("/", words);
        return mask ? SUFFIX.matcher(joined).replaceFirst("") : joined;
    }

    private static String stem(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }

    @Override
    public List<String> columns() {
        return List.of("image", "mask", "split").subList(0, rows.getFirst().size());
    }

    @Override
    public long forEach(RowSink sink, Problems problems) {
        return RowSource.giveAll(rows, sink);
    }
}
