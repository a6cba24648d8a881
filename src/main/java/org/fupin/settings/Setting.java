package org.fupin.settings;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A setting as it is declared.
 *
 * @param name in the file, of the variable, or of the option without its hyphens
 * @param sources where it may come from; an option wins over a file
 * @param reader reads its text
 * @param help what it means, in a sentence
 * @param label what stands for its value in the help
 * @param otherwise what holds where it is not given, as the handbook says it
 * @param byDefault gives from the name of the job the text that is read where it is not given; null for no value
 */
public record Setting<T>(
        String name,
        Set<Source> sources,
        Reader<T> reader,
        String help,
        String label,
        String otherwise,
        @Nullable UnaryOperator<String> byDefault) {

    /** Where a setting may come from. */
    public enum Source {
        JOB_FILE,
        RECIPIENTS_FILE,
        OPTION,
        VARIABLE,
        /** A variable, or a file that the variable {@code NAME_FILE} names; it is shown nowhere. */
        SECRET
    }

    /** Reads the text of a setting. */
    @FunctionalInterface
    interface Reader<T> {

        /**
         * Reads and checks it.
         *
         * @param base what a relative path starts from
         * @throws IllegalArgumentException with what is wrong and what is expected, without the setting's name
         */
        T read(String text, Path base);
    }

    private static final String REQUIRED = "required";

    static <T> Setting<T> from(Source source, String name, String help, Reader<T> reader) {
        return new Setting<>(name, EnumSet.of(source), reader, help, "", "none", null);
    }

    /** It may be given as an option, too. */
    Setting<T> orOption(String valueLabel) {
        EnumSet<Source> all = EnumSet.copyOf(sources);
        all.add(Source.OPTION);
        return new Setting<>(name, all, reader, help, valueLabel, otherwise, byDefault);
    }

    Setting<T> required() {
        return otherwise(REQUIRED);
    }

    /** Has no value where it is not given. @param means what that means */
    Setting<T> otherwise(String means) {
        return new Setting<>(name, sources, reader, help, label, means, null);
    }

    Setting<T> byDefault(String text) {
        return byDefault(text, job -> text);
    }

    Setting<T> byDefault(String told, UnaryOperator<String> text) {
        return new Setting<>(name, sources, reader, help, label, told, text);
    }

    public boolean isRequired() {
        return otherwise.equals(REQUIRED);
    }

    public boolean isFrom(Source source) {
        return sources.contains(source);
    }

    /** Without the groups that it is in: {@code from} of {@code sender.from}. */
    String lastName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The variable that names the file of a secret. */
    String fileVariable() {
        return name + "_FILE";
    }
}
