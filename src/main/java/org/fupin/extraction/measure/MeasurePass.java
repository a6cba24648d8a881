package org.fupin.extraction.measure;

import java.util.List;
import java.util.Set;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Likeness;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NounPhrases;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Topic;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.observation.Coded;
import org.fupin.observation.Dimension;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.jspecify.annotations.Nullable;

/** Concludes the measure: from the noun that is counted, the words around an amount, and what is done with it. */
public final class MeasurePass implements Pass {

    private static final String MEASURE = "measure";

    private static final String UNIT = "unit";

    /** The key of a share of what was counted before. */
    private static final String OF = "of";

    private final RuleTable table;
    private final Lexicon lexicon;
    private final MoneyMeasure moneyMeasure;
    private final PeopleMeasure peopleMeasure;
    private final RelativeMeasure relativeMeasure;

    public MeasurePass(Lexicon lexicon, NounPhrases phrases, RuleTable.Compiler rules) {
        this.lexicon = lexicon;
        table = rules.table(
                name(),
                Keys.NONE
                        .with(MEASURE, Measure.class)
                        .with(UNIT, Set.of(lexicon.count.code()))
                        .with(OF, Set.of("them")));
        Topics topics = new Topics(lexicon);
        peopleMeasure = new PeopleMeasure(lexicon);
        moneyMeasure = new MoneyMeasure(topics);
        relativeMeasure = new RelativeMeasure(lexicon, phrases, peopleMeasure, topics);
    }

    @Override
    public String name() {
        return "measure";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        MoneyMeasure.subjectsRespectively(figures);
        MoneyMeasure.averages(sentence, figures);
        RuleTable.InSentence rules = table.in(sentence);
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            int reasons = mention.rules.size();
            if (mention.isCount() || mention.isTimes()) {
                counted(sentence, figures, i, rules);
            } else {
                amount(sentence, figures, i, rules);
            }
            // what the noun or the topic word says; other reasons were named where they were found
            boolean ofWords = mention.rules.size() == reasons && mention.nounTo > mention.nounFrom;
            if (mention.measure != null && ofWords) {
                mention.rules.add("measure:" + mention.measure.code(), mention.nounFrom, mention.nounTo);
            }
        }
        shareAmongListed(figures);
        for (int i = figures.size() - 2; i >= 0; i--) {
            sharesOfOne(figures.get(i), figures.get(i + 1));
            ofCounted(sentence, figures.get(i), figures.get(i + 1));
        }
    }

    /** "found jobs for 120, 90 and 60 workers": what is done with some of those that one noun names is done with all. */
    private static void shareAmongListed(List<Mention> figures) {
        for (int first = 0; first < figures.size(); ) {
            int end = first + 1;
            while (end < figures.size() && isOfOneNoun(figures.get(first), figures.get(end))) {
                end++;
            }
            List<Mention> list = figures.subList(first, end);
            if (list.size() > 1) {
                list.stream()
                        .filter(mention -> mention.noun != null && mention.measure != mention.noun.measure())
                        .findFirst()
                        .ifPresent(done -> list.forEach(mention -> asListed(mention, done)));
            }
            first = end;
        }
    }

    private static boolean isOfOneNoun(Mention first, Mention mention) {
        return mention.noun != null
                && mention.nounTo > mention.nounFrom
                && first.nounFrom == mention.nounFrom
                && first.nounTo == mention.nounTo;
    }

    private static void asListed(Mention mention, Mention done) {
        if (mention.noun != null && mention.measure == mention.noun.measure() && mention.isLevel()) {
            mention.measure = done.measure;
            mention.rules.add("measure-as-list", done);
        }
    }

    /** "76% of the relocation of 4,000 people": of what the figure behind it counts. */
    private static void ofCounted(SentenceContext sentence, Mention mention, Mention next) {
        boolean part = mention.kind == Kind.SHARE || mention.kind == Kind.COMPLETION;
        boolean nested = sentence.tokens.is(mention.to, "of")
                && sentence.tokens.is(next.lead - 1, "of")
                && sentence.clauseEnd(mention.to) >= next.to;
        if (part && nested && mention.measure == Measure.OTHER && next.measure != null) {
            mention.measure = next.measure;
            mention.rules.add("measure-as-list", next);
        }
    }

    /** "planting accounted for 55% and breeding for 45% of the output value": the whole is named once. */
    private static void sharesOfOne(Mention mention, Mention next) {
        boolean shares = mention.kind == Kind.SHARE && next.kind == Kind.SHARE;
        if (shares && next.measure == Measure.OTHER && mention.measure != null) {
            next.measure = mention.measure;
            next.rules.add("measure-as-list", mention);
        }
        if (shares && mention.measure == Measure.OTHER && next.measure != null) {
            mention.measure = next.measure;
            mention.rules.add("measure-as-list", next);
        }
    }

    private void counted(SentenceContext sentence, List<Mention> figures, int index, RuleTable.InSentence rules) {
        Mention mention = figures.get(index);
        Mention total = mention.partOf;
        if (mention.isTimes()) {
            boolean people = mention.unit.dimension() == Dimension.PEOPLE;
            mention.measure = people ? Measure.PEOPLE : Measure.HOUSEHOLDS;
            if (!take(mention, rules.first(mention)) && PeopleMeasure.isTraining(sentence, figures, index)) {
                mention.measure = Measure.TRAINED;
                mention.rules.add("measure-training");
            }
        } else if (mention.noun != null) {
            mention.measure = mention.noun.measure();
            mention.unit = mention.noun.unit();
        } else if (total != null && total.unit != null) {
            mention.unit = total.unit;
        } else if (mention.nounTo > mention.nounFrom) {
            mention.measure = Measure.OTHER;
            mention.unit = lexicon.count;
        }
        boolean unknown = total != null && total.noun == null && total.measure == Measure.OTHER;
        if (unknown && mention.noun != null) {
            total.measure = mention.measure; // a total of things named oddly counts what its parts count
            total.rules.add("measure-as-parts", mention);
            total.unit = mention.unit;
        }
        boolean builtOtherwise = mention.measure == Measure.FACILITIES && !Likeness.sameHead(total, mention);
        if (total != null && total.measure != null && !builtOtherwise) {
            // parts keep the measure of their total, and its unit where they name nothing of their own
            mention.measure = total.measure;
            if (Likeness.isGeneric(mention)) {
                mention.unit = total.unit;
            }
            mention.rules.add("as-its-total", total);
        } else if (mention.sameAs != null && mention.sameAs.measure != null) {
            mention.measure = mention.sameAs.measure;
            mention.rules.add("measure-as-before", mention.sameAs);
        } else if (mention.measure != null) {
            if (!take(mention, rules.first(mention))) {
                peopleMeasure.refine(sentence, figures, index);
                PeopleMeasure.goOn(sentence, mention);
            }
        } else if (mention.kind == Kind.LEVEL) {
            mention.leaveOutBare();
        }
    }

    private void amount(SentenceContext sentence, List<Mention> figures, int index, RuleTable.InSentence rules) {
        Mention mention = figures.get(index);
        Dimension dimension = mention.unit.dimension();
        switch (dimension) {
            case AREA -> byUnit(mention, Measure.AREA);
            case LENGTH -> byUnit(mention, Measure.LENGTH);
            case MASS, VOLUME, ENERGY, POWER -> byUnit(mention, Measure.OUTPUT);
            case TIME -> byUnit(mention, Measure.TIME);
            case MONEY -> {
                moneyMeasure.money(sentence, figures, index);
                if (mention.sameAs == null) {
                    take(mention, rules.first(mention));
                }
            }
            default -> {
                Applied applied = rules.first(mention);
                boolean concluded = applied != null && applied.has(OF)
                        ? RelativeMeasure.ofThem(sentence, figures, index, applied.rule())
                        : take(mention, applied);
                if (!concluded) {
                    relativeMeasure.relative(sentence, figures, index);
                }
            }
        }
    }

    /** Goes by a row, if one applies. */
    private boolean take(Mention mention, @Nullable Applied applied) {
        if (applied == null) {
            return false;
        }
        if (applied.has(UNIT)) {
            mention.unit = lexicon.count;
        }
        mention.measure = Coded.of(Measure.class, applied.value(MEASURE));
        mention.rules.add(applied.rule(), applied.from(), applied.to());
        return true;
    }

    private static void byUnit(Mention mention, Measure measure) {
        mention.measure = measure;
        mention.rules.add("measure-by-unit");
    }

    /** How specific a topic is: others than funds and loans the most. */
    public static int rank(Hit<Topic> hit) {
        return switch (hit.value().measure()) {
            case FUNDS -> 0;
            case LOANS -> 1;
            default -> 2;
        };
    }
}
