package org.fupin.extraction;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Observation;
import org.fupin.observation.Quantity;
import org.fupin.observation.Span;
import org.jspecify.annotations.Nullable;

/** The figures and left-out numbers of a section, from its sentences as the passes leave them. */
final class SectionFigures {

    private final List<Observation> observations = new ArrayList<>();
    private final List<LeftOutNumber> leftOut = new ArrayList<>();

    List<Observation> observations() {
        return observations;
    }

    List<LeftOutNumber> leftOut() {
        return leftOut;
    }

    /** Adds those of the next sentence. */
    void add(SentenceContext context) {
        List<Span> numbers = new ArrayList<>(context.mentions.size());
        for (Mention mention : context.mentions) {
            if (mention.isLeftOut()) {
                LeftOutNumber number = number(context, mention);
                leftOut.add(number);
                numbers.add(number.span());
            } else {
                Observation observation = observation(mention);
                observations.add(observation);
                numbers.add(observation.span());
            }
        }
        footnotes(context, numbers);
    }

    private static LeftOutNumber number(SentenceContext context, Mention mention) {
        Tokens tokens = context.tokens;
        int from = mention.firstNumber;
        int to = Math.max(mention.lastNumber + 1, from + 1);
        for (int i = to; i < mention.to; i++) {
            if (tokens.isNumber(i)) {
                // the 2 of "500 m2" is accounted for with its number
                to = i + 1;
            }
        }
        return new LeftOutNumber(
                new Span(tokens.begin[from], tokens.end[to - 1]), tokens.exact(from, to), mention.leftOut);
    }

    /** The digits of footnote marks; those inside of a number's span ("60[6] million") are accounted for with it. */
    private void footnotes(SentenceContext context, List<Span> numbers) {
        Tokens tokens = context.tokens;
        for (Span mark : tokens.footnoteDigits()) {
            int index = Sorted.firstFrom(numbers, Span::end, mark.end());
            if (index == numbers.size() || numbers.get(index).begin() > mark.begin()) {
                int begin = mark.begin() - tokens.offset;
                String digits = tokens.text.substring(begin, begin + mark.length());
                leftOut.add(new LeftOutNumber(mark, digits, LeftOutReason.MARK));
            }
        }
    }

    private static Observation observation(Mention mention) {
        Quantity quantity = mention.isRange
                ? Quantity.range(mention.low, mention.high, mention.unit)
                : Quantity.of(mention.value, mention.unit);
        return new Observation(
                new Span(mention.begin(), mention.end()),
                mention.sentence.tokens.exact(mention.from, mention.to),
                quantity,
                mention.kind,
                mention.direction,
                mention.measure,
                mention.source,
                mention.per,
                mention.status,
                mention.qualifier,
                mention.period,
                mention.region,
                onOneLine(mention.item),
                begin(mention.partOf),
                begin(mention.about),
                mention.rules.names(),
                mention.flags,
                mention.doubt);
    }

    /** Words as they stand in the text, without its line breaks and wide gaps. */
    private static String onOneLine(String words) {
        if (isOnOneLine(words)) {
            return words;
        }
        StringBuilder line = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!blank) {
                line.append(c);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().strip();
    }

    private static boolean isOnOneLine(String words) {
        char before = ' ';
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean wide = c == ' ' ? before == ' ' : Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (wide) {
                return false;
            }
            before = c;
        }
        return words.isEmpty() || before != ' ';
    }

    private static @Nullable Integer begin(@Nullable Mention mention) {
        return mention == null || mention.isLeftOut() ? null : mention.begin();
    }
}
