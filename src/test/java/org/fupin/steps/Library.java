package org.fupin.steps;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Stands in for the methods of the JDK whose work grows with what they are given: each counts it and does the same. A
 * counted class calls the method here that has the name of the JDK's and takes the same, the receiver first.
 */
public final class Library {

    private Library() {}

    public static int indexOf(String text, int c) {
        return indexOf(text, c, 0);
    }

    public static int indexOf(String text, int c, int from) {
        return found(text.indexOf(c, from), from, text.length());
    }

    public static int indexOf(String text, String part) {
        return indexOf(text, part, 0);
    }

    public static int indexOf(String text, String part, int from) {
        return found(text.indexOf(part, from), from, text.length());
    }

    public static int lastIndexOf(String text, int c) {
        Steps.add(text.length());
        return text.lastIndexOf(c);
    }

    public static int lastIndexOf(String text, String part) {
        Steps.add(text.length());
        return text.lastIndexOf(part);
    }

    public static boolean contains(String text, CharSequence part) {
        return indexOf(text, part.toString()) >= 0;
    }

    private static int found(int at, int from, int length) {
        Steps.add(Math.max(0, at < 0 ? length - from : at - from));
        return at;
    }

    public static boolean equals(String text, Object other) {
        Steps.add(other instanceof String string && string.length() == text.length() ? text.length() : 0);
        return text.equals(other);
    }

    public static boolean equalsIgnoreCase(String text, String other) {
        Steps.add(other.length() == text.length() ? text.length() : 0);
        return text.equalsIgnoreCase(other);
    }

    public static IntStream chars(String text) {
        Steps.add(text.length());
        return text.chars();
    }

    public static boolean isBlank(String text) {
        Steps.add(text.length());
        return text.isBlank();
    }

    public static boolean matches(String text, String regex) {
        return matcher(Pattern.compile(regex), text).matches();
    }

    public static String[] split(String text, String regex) {
        return split(Pattern.compile(regex), text);
    }

    public static String[] split(String text, String regex, int limit) {
        return Pattern.compile(regex).split(new CountedText(text), limit);
    }

    public static String replaceAll(String text, String regex, String replacement) {
        return matcher(Pattern.compile(regex), text).replaceAll(replacement);
    }

    public static String replaceFirst(String text, String regex, String replacement) {
        return matcher(Pattern.compile(regex), text).replaceFirst(replacement);
    }

    public static String[] split(Pattern pattern, CharSequence text) {
        return pattern.split(new CountedText(text));
    }

    public static Matcher matcher(Pattern pattern, CharSequence text) {
        return pattern.matcher(new CountedText(text));
    }

    public static <E> boolean contains(Collection<E> elements, Object element) {
        Steps.add(elements instanceof List ? elements.size() : 1);
        return elements.contains(element);
    }

    public static <E> int indexOf(List<E> elements, Object element) {
        Steps.add(elements.size());
        return elements.indexOf(element);
    }

    public static <E> E remove(List<E> elements, int index) {
        Steps.add(elements.size() - index);
        return elements.remove(index);
    }

    public static <E> void add(List<E> elements, int index, E element) {
        Steps.add(elements.size() - index);
        elements.add(index, element);
    }

    public static <E> boolean addAll(Collection<E> elements, Collection<? extends E> more) {
        Steps.add(more.size());
        return elements.addAll(more);
    }

    public static <E> List<E> copyOf(Collection<? extends E> elements) {
        Steps.add(elements.size());
        return List.copyOf(elements);
    }

    public static <E> Stream<E> stream(Collection<E> elements) {
        Steps.add(elements.size());
        return elements.stream();
    }

    /** Called with each text that the JDK made: it was written character by character. */
    public static String made(String text) {
        Steps.add(text == null ? 0 : text.length());
        return text;
    }

    /** Called with each number that the JDK made. */
    public static BigDecimal made(BigDecimal number) {
        Steps.add(number.unscaledValue().bitLength() / 8);
        return number;
    }
}
