package org.fupin.extraction.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Tokens;
import org.fupin.extraction.text.Vocabulary;
import org.fupin.observation.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Reads the notation of patterns, which {@code src/site/markdown/rules.md} explains. All errors are
 * {@link IllegalArgumentException}s that say what is expected.
 */
final class PatternParser {

    /** What ends a word, unless a backslash stands before it. */
    private static final String ENDS_WORD = " ()|&?{}[]";

    private final String text;
    private final Vocabulary vocabulary;
    /** Of figures, for {@code [fig:key=code]}. */
    private final Keys facts;
    /** Names of the classes that the caller supplies. */
    private final Set<String> supplied;

    private int at;

    PatternParser(String text, Vocabulary vocabulary, Keys facts, Set<String> supplied) {
        this.text = text;
        this.vocabulary = vocabulary;
        this.facts = facts;
        this.supplied = supplied;
    }

    Pattern parse() {
        List<Pattern.Alternative> alternatives = new ArrayList<>();
        do {
            alternatives.add(alternative());
        } while (skip("||"));
        if (at < text.length()) {
            throw wrong("an element or || here");
        }
        return new Pattern(alternatives);
    }

    private Pattern.Alternative alternative() {
        List<Element> before = elements();
        Pattern.Anchor anchor = skip("@") ? anchor() : null;
        if (anchor == null) {
            return ofSentence(before);
        }
        List<Element> after = elements();
        if (peek("@")) {
            throw wrong("one @ in an alternative");
        }
        return Pattern.Alternative.of(before, anchor, after, vocabulary);
    }

    private Pattern.Anchor anchor() {
        boolean noun = skip("noun");
        boolean number = skip("number");
        return new Pattern.Anchor(noun, number, skip("{") ? oneOf("}") : null);
    }

    private Pattern.Alternative ofSentence(List<Element> elements) {
        if (elements.isEmpty() || elements.get(0) != Element.Edge.SENTENCE_BEGIN) {
            throw wrong("@ for the figure, or ^^ at its begin for the sentence");
        }
        return Pattern.Alternative.of(List.of(), null, elements, vocabulary);
    }

    /** Elements up to what cannot begin one. */
    private List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        blanks();
        while (at < text.length() && "@|)}".indexOf(text.charAt(at)) < 0) {
            elements.add(element());
            if (at < text.length() && " |)}".indexOf(text.charAt(at)) < 0) {
                throw wrong("a blank between elements");
            }
            blanks();
        }
        return elements;
    }

    private Element element() {
        if (skip("!<")) {
            return new Combined.Not(both(), -1);
        }
        if (skip("!")) {
            return new Combined.Not(both(), 1);
        }
        Element element = both();
        return skip("?") ? new Combined.Optional(element) : element;
    }

    private Element both() {
        List<Element> all = new ArrayList<>(List.of(unit()));
        List<Element> none = new ArrayList<>();
        while (skip("&")) {
            (skip("!") ? none : all).add(unit());
        }
        return all.size() + none.size() == 1 ? all.get(0) : new Combined.Both(all, none);
    }

    private Element unit() {
        if (skip("(")) {
            return oneOf(")");
        }
        if (skip("[")) {
            return ofClass(upTo(']'));
        }
        if (skip("^^")) {
            return Element.Edge.SENTENCE_BEGIN;
        }
        if (skip("^")) {
            return Element.Edge.CLAUSE_BEGIN;
        }
        if (skip("$$")) {
            return Element.Edge.SENTENCE_END;
        }
        if (skip("$")) {
            return Element.Edge.CLAUSE_END;
        }
        if (skip("_")) {
            return Element.Edge.GLUED;
        }
        if (skip("...")) {
            return gap(false);
        }
        return skip("..") ? gap(true) : word();
    }

    private Element oneOf(String end) {
        List<Element> elements = new ArrayList<>();
        do {
            List<Element> sequence = elements();
            if (sequence.isEmpty()) {
                throw wrong("a word or an element here");
            }
            elements.add(sequence.size() == 1 ? sequence.get(0) : new Combined.Sequence(sequence));
        } while (skip("|"));
        if (!skip(end)) {
            throw wrong(end + " here");
        }
        return Combined.OneOf.of(elements);
    }

    private Element gap(boolean clause) {
        int from = at;
        while (at < text.length() && Tokens.isDigit(text.charAt(at))) {
            at++;
        }
        int most = at == from ? Element.REACH : Math.min(Element.REACH, Integer.parseInt(text.substring(from, at)));
        return new Combined.Gap(most, clause, skip("{") ? oneOf("}") : null);
    }

    private Element ofClass(String name) {
        int colon = name.indexOf(':');
        String type = colon < 0 ? name : name.substring(0, colon);
        String value = colon < 0 ? null : name.substring(colon + 1);
        return switch (type) {
            case "fig" -> new Element.FigureOf(false, value == null ? List.of() : ofFigure("dimension", value));
            case "out" -> new Element.FigureOf(true, value == null ? List.of() : ofFigure("left_out", value));
            case "word" -> Element.Kind.WORD;
            case "num" -> Element.Kind.NUM;
            case "year" -> Element.Kind.YEAR;
            case "Name" -> Element.Kind.NAME;
            default -> supplied.contains(type) ? new Element.Supplied(type, value) : cue(type, value);
        };
    }

    private List<Condition> ofFigure(String key, String value) {
        return Condition.parse(value.indexOf('=') < 0 && value.indexOf('~') < 0 ? key + "=" + value : value, facts);
    }

    private Element cue(String type, @Nullable String value) {
        try {
            return new Element.CueOf(Coded.of(CueType.class, type), value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "unknown class [" + type + "] in '" + text + "', expected fig, out, word, num, year, Name, one of "
                            + supplied + " or a type of cue words",
                    e);
        }
    }

    private Element word() {
        StringBuilder word = new StringBuilder();
        int first = -1;
        int last = -1;
        int stars = 0;
        while (at < text.length() && ENDS_WORD.indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at++);
            if (c == '*') {
                first = stars++ == 0 ? word.length() : first;
                last = word.length();
            } else {
                word.append(c == '\\' && at < text.length() ? text.charAt(at++) : c);
            }
        }
        String letters = word.toString();
        if (stars == 1 && letters.isEmpty()) {
            return Element.Kind.ANY;
        }
        if (letters.isEmpty() || stars > 1) {
            throw wrong("a word, stem* or *ending");
        }
        String whole = stars == 0 ? letters : letters.substring(0, first) + "a" + letters.substring(first);
        Tokens tokens = Tokens.of(whole, 0);
        if (tokens.count != 1 || !tokens.norm[0].equals(whole)) {
            throw wrong("one token in lower case for each word instead of '" + letters + "'");
        }
        return stars == 0
                ? new Element.Word(vocabulary.add(letters))
                : new Element.Affix(letters.substring(0, first), letters.substring(last));
    }

    private String upTo(char end) {
        int to = text.indexOf(end, at);
        if (to < 0) {
            throw wrong(end + " at the end of a class");
        }
        String part = text.substring(at, to);
        at = to + 1;
        return part;
    }

    private void blanks() {
        while (peek(" ")) {
            at++;
        }
    }

    private boolean peek(String sign) {
        return text.startsWith(sign, at);
    }

    private boolean skip(String sign) {
        boolean found = peek(sign);
        at += found ? sign.length() : 0;
        return found;
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException(
                "'" + text + "', at character " + (Math.min(at, text.length()) + 1) + ": expected " + expected);
    }
}
