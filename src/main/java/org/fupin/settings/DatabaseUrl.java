package org.fupin.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.warehouse.WarehouseConfiguration;

/**
 * Where a warehouse is: a JDBC URL with the options that the warehouse's SQL needs.
 *
 * @param jdbc the URL; it holds no password of the database
 */
public record DatabaseUrl(String jdbc) {

    /**
     * What the schema asks for; and that commits go to the file together, every two seconds, which leaves a tenth of what each
     * alone would write. A run that is killed loses the last of them and does them again; where something outside relies on a
     * commit, the program sees to it, see {@code Checkpoint}. Room that is not used any more is given back when the file is
     * closed, for three seconds at most, where less than nine tenths of what was written is still of use. A connection keeps
     * its statements as they were prepared, more of them than the eight of H2's own choice. A run that is asked to stop closes
     * the database itself, when it is through; H2 would do so at once. Nor does H2 write a file of its own about errors: they
     * are reported.
     */
    private static final String[] H2_OPTIONS = (WarehouseConfiguration.H2_SETTINGS.substring(1)
                    + ";WRITE_DELAY=2000;MAX_COMPACT_TIME=3000;QUERY_CACHE_SIZE=64"
                    + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0")
            .split(";");

    /** Batched rows travel in one statement; a host that swallows packets is given up after ten seconds. */
    private static final String[] MYSQL_OPTIONS = {"rewriteBatchedStatements=true", "connectTimeout=10000"};

    private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:(?:file:)?(?!mem:|tcp:|ssl:|zip:)([^;]+)(.*)");

    /** {@code ?password=}, {@code ;PASSWORD=}, {@code (password=} and {@code //user:password@}. */
    private static final Pattern PASSWORD =
            Pattern.compile("(?i)[?&;(,]\\s*password\\d?\\s*=\\s*[^&;),\\s]|//[^?;]*:[^?;]+@");

    /**
     * Reads a JDBC URL ({@code jdbc:h2:}, {@code jdbc:mysql:} or {@code jdbc:mariadb:}) or, in short, the path of an H2
     * file without its ending. Options that are not given get the values that the warehouse needs.
     *
     * @param base what a relative path of an H2 file starts from
     * @throws IllegalArgumentException if it is neither
     */
    public static DatabaseUrl parse(String text, Path base) {
        String url = text.startsWith("jdbc:") ? text : "jdbc:h2:file:" + text;
        if (PASSWORD.matcher(url).find()) {
            // URLs are seen in lists of processes, in job files and by who reads them.
            throw new IllegalArgumentException("has a password in it: set FUPIN_DB_USER and FUPIN_DB_PASSWORD, or"
                    + " FUPIN_DB_PASSWORD_FILE to the path of a file that holds it");
        }
        if (url.startsWith("jdbc:h2:")) {
            Matcher file = H2_FILE.matcher(url);
            if (file.matches() && !file.group(1).startsWith("~")) {
                url = "jdbc:h2:file:"
                        + base.resolve(file.group(1)).toAbsolutePath().normalize() + file.group(2);
            }
            return new DatabaseUrl(withOptions(url, ";", ";", H2_OPTIONS));
        }
        // MariaDB speaks MySQL's protocol, and one driver serves both.
        url = url.replaceFirst("^jdbc:mariadb:", "jdbc:mysql:");
        if (url.startsWith("jdbc:mysql:")) {
            return new DatabaseUrl(withOptions(url, "?", "&", MYSQL_OPTIONS));
        }
        throw SettingValues.invalid(
                "database",
                text.replaceFirst("[?;].*", "").replaceFirst(":[^:]+@.*", ":..."),
                "jdbc:mysql://HOST/NAME, jdbc:mariadb://HOST/NAME, jdbc:h2:file:PATH or the path of an H2 file");
    }

    public boolean isH2() {
        return jdbc.startsWith("jdbc:h2:");
    }

    /**
     * The file of an H2 database that one process at a time can open, without its ending; empty for other databases, and
     * for a file that is shared through a server.
     */
    public Optional<Path> file() {
        Matcher file = H2_FILE.matcher(jdbc);
        if (!file.matches() || file.group(2).toUpperCase(Locale.ROOT).contains("AUTO_SERVER=TRUE")) {
            return Optional.empty();
        }
        return Optional.of(Path.of(file.group(1).replaceFirst("^~", System.getProperty("user.home"))));
    }

    /** Whether it is a {@link #file} of H2 with the options that the warehouse needs, and no others. */
    public boolean isPlainFile() {
        Matcher file = H2_FILE.matcher(jdbc);
        return file.matches() && file.group(2).equals(";" + String.join(";", H2_OPTIONS));
    }

    /** The same database, which must be there already: H2 would otherwise make an empty one. */
    public DatabaseUrl existing() {
        return isH2() ? new DatabaseUrl(withOptions(jdbc, ";", ";", "IFEXISTS=TRUE")) : this;
    }

    /** The same database, which must be there already, so that it cannot be written to; H2 makes no file beside it. */
    public DatabaseUrl readOnly() {
        boolean file = H2_FILE.matcher(jdbc).matches();
        return file
                ? new DatabaseUrl(withOptions(existing().jdbc, ";", ";", "ACCESS_MODE_DATA=r", "TRACE_LEVEL_FILE=0"))
                : existing();
    }

    /** Whether the URL sets an option itself. */
    public boolean sets(String option) {
        return sets(jdbc, option + "=");
    }

    private static boolean sets(String url, String nameAndSign) {
        return url.toLowerCase(Locale.ROOT).contains(nameAndSign.toLowerCase(Locale.ROOT));
    }

    private static String withOptions(String url, String first, String next, String... options) {
        StringBuilder all = new StringBuilder(url);
        for (String option : options) {
            if (!sets(url, option.substring(0, option.indexOf('=') + 1))) {
                all.append(all.indexOf(first) < 0 ? first : next).append(option);
            }
        }
        return all.toString();
    }

    /** Without options: enough to recognise it, and no password. */
    @Override
    public String toString() {
        return jdbc.replaceFirst("[;?].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
