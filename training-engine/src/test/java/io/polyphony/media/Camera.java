package io.polyphony.media;

import java.awt.image.BufferedImage;

/** What a camera's sensor sees of a scene, to test with. */
public final class Camera {
    private Camera() {}

    /** The sensor's picture of the scene, if the camera was held in that way, 1..8: the definitions of Exif 2.3. */
    public static BufferedImage taken(BufferedImage scene, int orientation) {
        int right = scene.getWidth() - 1;
        int below = scene.getHeight() - 1;
        boolean lies = orientation >= 5;
        var colours = scene.getColorModel();
        var raster = colours.createCompatibleWritableRaster(lies ? below + 1 : right + 1, lies ? right + 1 : below + 1);
        for (int row = 0; row < raster.getHeight(); row++) {
            for (int column = 0; column < raster.getWidth(); column++) {
                int y = orientation == 3 || orientation == 4 ? below - row : row;
                int x = orientation == 2 || orientation == 3 ? right - column : column;
                // Of 5 to 8 the rows of the file are columns of the scene.
                int across = orientation == 7 || orientation == 6 ? right - row : row;
                int along = orientation == 7 || orientation == 8 ? below - column : column;
                var pixel = scene.getRaster().getDataElements(lies ? across : x, lies ? along : y, null);
                raster.setDataElements(column, row, pixel);
            }
        }
        return new BufferedImage(colours, raster, false, null);
    }
}
