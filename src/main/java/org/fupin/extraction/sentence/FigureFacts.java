package org.fupin.extraction.sentence;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.text.CueType;
import org.fupin.observation.Coded;
import org.fupin.observation.Dimension;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Programme;
import org.fupin.observation.Status;
import org.fupin.observation.Unit;
import org.fupin.reference.Units;
import org.jspecify.annotations.Nullable;

/** What conditions of rules may ask of a figure: what has been concluded of it, and of its number. */
final class FigureFacts {

    /** Most sentences looked at for who aids. */
    private static final int FARTHEST_AIDER = 4;

    private FigureFacts() {}

    static Keys keys(Units units) {
        return NumberFacts.keys()
                .with("kind", Kind.class)
                .with("direction", Direction.class)
                .with("measure", Measure.class)
                .with("unit", units.all().stream().map(Unit::code).collect(Collectors.toSet()))
                .with("dimension", Dimension.class)
                .with("per", PerUnit.class)
                .with("status", Status.class)
                .with("source", FundingSource.class)
                .with("programme", Programme.class)
                .with("before", Measure.class)
                .with("form", Set.of("digits", "word", "fraction", "multiple"))
                .withText("heading")
                .withText("subject")
                .withText("noun")
                .withFlag("poor")
                .withFlag("partner")
                .withFlag("aider")
                .withFlag("round")
                .withFlag("magnitude")
                .withFlag("again")
                .withFlag("part")
                .withFlag("share")
                .withFlag("whole")
                .withFlag("base")
                .withFlag("about")
                .withFlag("ahead");
    }

    static String of(Mention mention, String key) {
        return switch (key) {
            case "kind" -> mention.kind.code();
            case "direction" -> code(mention.direction);
            case "measure" -> code(mention.measure);
            case "unit" -> mention.unit == null ? "" : mention.unit.code();
            case "dimension" ->
                mention.unit == null
                        ? Dimension.COUNT.code()
                        : mention.unit.dimension().code();
            case "per" -> code(mention.per);
            case "status" -> mention.status.code();
            case "source" -> code(mention.source);
            case "programme" -> mention.sentence.section.programme().code();
            // of the like figure before it in the paragraph that it may be a part of
            case "before" -> code(WentBefore.measure(mention));
            case "form" -> mention.form.code;
            case "heading" -> mention.sentence.heading();
            // what "respectively" gives the figure as its subject
            case "subject" ->
                mention.hasSubject()
                        ? mention.sentence
                                .tokens
                                .raw(mention.subjectFrom, mention.subjectTo)
                                .toLowerCase(Locale.ROOT)
                        : "";
            // the noun phrase that is counted or that names what is measured
            case "noun" ->
                mention.nounTo > mention.nounFrom
                        ? mention.sentence
                                .tokens
                                .raw(mention.nounFrom, mention.nounTo)
                                .toLowerCase(Locale.ROOT)
                        : "";
            case "poor" -> flag(mention.sentence.hasCue(CueType.POOR, mention.nounFrom, mention.nounTo));
            case "partner" -> flag(!mention.sentence.article.partner().isEmpty());
            case "aider" -> flag(isAiderNamed(mention.sentence));
            case "round" ->
                flag(mention.value != null && mention.value.stripTrailingZeros().precision() == 1);
            case "magnitude" -> flag(mention.hasMagnitude);
            case "again" -> flag(mention.sameAs != null);
            // written as so many of so many
            case "share" -> flag(mention.isShare);
            // of a whole that the clause opens with
            case "whole" -> flag(mention.ofWhole);
            case "part" -> flag(mention.partOf != null);
            case "base" -> flag(mention.isBase);
            case "about" -> flag(mention.about != null);
            // of a year after the one reported on
            case "ahead" -> flag(mention.period != null && isAhead(mention));
            default -> NumberFacts.of(mention, key);
        };
    }

    /** Whether the sentence or one of the last before it names a foundation, a charity or another who aids. */
    private static boolean isAiderNamed(SentenceContext sentence) {
        SentenceContext known = sentence;
        for (int steps = 0; known != null && steps < FARTHEST_AIDER; steps++, known = known.previous) {
            if (known.payers().first(FundingSource.SOCIAL) != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAhead(Mention mention) {
        return mention.period.start().getYear() > mention.sentence.article.year();
    }

    private static String code(@Nullable Coded value) {
        return value == null ? "" : value.code();
    }

    private static String flag(boolean holds) {
        return holds ? "yes" : "no";
    }
}
