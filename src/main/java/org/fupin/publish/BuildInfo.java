package org.fupin.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build wrote down about itself. */
public final class BuildInfo {

    private BuildInfo() {}

    /** The version of the program; {@code unbuilt} where it does not run from a build. */
    public static String version() {
        try (InputStream in = BuildInfo.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (in == null) {
                return "unbuilt";
            }
            Properties build = new Properties();
            build.load(in);
            return build.getProperty("build.version", "unbuilt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
