package org.fupin.extraction;

import java.util.List;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Context;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.Lexicon.Topic;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Dimension;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.jspecify.annotations.Nullable;

/** Concludes the measure: from the noun that is counted, the words around an amount, and what is done with it. */
final class MeasurePass implements Pass {

    /** How far a topic word may stand from an amount, in tokens. */
    private static final int WINDOW = 14;

    /** How many figures back the amount stands at most that another goes on about. */
    private static final int FARTHEST = 12;

    /** Most words between what was noted and the verb: "recorded a slight negative growth". */
    private static final int FARTHEST_NOTED = 4;

    private static final SentenceContext.Landmark TRAINING = (sentence, token) ->
            (sentence.tokens.norm[token].startsWith("train") || sentence.tokens.is(token, "taught"));

    private final Lexicon lexicon;
    private final NounPhrases phrases;

    MeasurePass(Lexicon lexicon, NounPhrases phrases) {
        this.lexicon = lexicon;
        this.phrases = phrases;
    }

    @Override
    public String name() {
        return "measure";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        subjectsRespectively(figures);
        averages(sentence, figures);
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            int reasons = mention.rules.size();
            if (mention.isCount() || mention.isUnit("person-time") || mention.isUnit("household-time")) {
                counted(sentence, figures, i);
            } else {
                amount(sentence, figures, i);
            }
            // what the noun or the topic word says; other reasons were named where they were found
            boolean ofWords = mention.rules.size() == reasons && mention.nounTo > mention.nounFrom;
            if (mention.measure != null && ofWords) {
                mention.rules.add("measure:" + mention.measure.code(), mention.nounFrom, mention.nounTo);
            }
        }
        for (int i = figures.size() - 2; i >= 0; i--) {
            sharesOfOne(figures.get(i), figures.get(i + 1));
        }
    }

    /** "planting accounted for 55% and breeding for 45% of the output value": the whole is named once. */
    private static void sharesOfOne(Mention mention, Mention next) {
        boolean shares = mention.kind == Kind.SHARE && next.kind == Kind.SHARE;
        if (shares && next.measure == Measure.OTHER && mention.measure != null) {
            next.measure = mention.measure;
        }
        if (shares && mention.measure == Measure.OTHER && next.measure != null) {
            mention.measure = next.measure;
            mention.rules.add("measure-as-list", next);
        }
    }

    private void counted(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Mention total = mention.partOf;
        if (mention.isCount()
                && mention.isLevel()
                && mention.noun == null
                && total == null
                && mention.nounTo == mention.nounFrom) {
            NounPass.countsAsListed(sentence, figures, index);
        }
        if (mention.isUnit("person-time") || mention.isUnit("household-time")) {
            Measure covered = mention.isUnit("person-time") ? Measure.PEOPLE : Measure.HOUSEHOLDS;
            mention.measure = isTraining(sentence) ? Measure.TRAINED : covered;
            if (mention.measure == Measure.TRAINED) {
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
        if (total != null && total.noun == null && total.measure == Measure.OTHER && mention.noun != null) {
            total.measure = mention.measure; // a total of things named oddly counts what its parts count
            if (mention.measure != Measure.OTHER) {
                total.rules.add("measure-as-parts", mention);
            }
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
        } else if (mention.measure != null && isListedAward(sentence, figures, index)) {
            mention.measure = Measure.AWARDS;
            mention.rules.add("measure-as-list", figures.get(index - 1));
        } else if (mention.measure != null) {
            refine(sentence, figures, index);
        } else if (mention.kind == Kind.LEVEL) {
            NounPass.leaveOutBare(mention);
        }
    }

    /** "praised 100 collectives, 52 leaders and 73 workers": all of the list were. */
    private static boolean isListedAward(SentenceContext sentence, List<Mention> figures, int index) {
        return index > 0
                && figures.get(index - 1).measure == Measure.AWARDS
                && KindPass.isListed(sentence, figures.get(index - 1), figures.get(index));
    }

    /** People that are poor, trained, relocated, employed or no longer poor. */
    private void refine(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Measure plain = mention.measure;
        int from = Math.max(sentence.clauseStart(mention.lead), mention.lead - WINDOW);
        if (mention.nounBefore && sentence.tokens.is(mention.lead - 1, ":")) {
            from = Math.max(Math.min(from, mention.nounFrom), mention.lead - WINDOW); // the label tells what was done
        }
        int to = Math.min(sentence.clauseEnd(mention.to), mention.to + WINDOW);
        boolean hasNext = index + 1 < figures.size();
        boolean members =
                sentence.tokens.is(mention.behindNoun(), "of"); // "9,000 people of 2,000 households were relocated"
        if (hasNext && !members && !KindPass.isListed(sentence, mention, figures.get(index + 1))) {
            // what is done with the next figure is said of that one: "covering 300 people and lifting 200 out of
            // poverty"
            to = Math.max(mention.to, Math.min(to, startOfNext(sentence, figures.get(index + 1))));
        }
        Measure best = null;
        Hit<Context> words = null;
        int nearest = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            Hit<Context> hit = lexicon.contexts.longest(sentence.tokens, i, to);
            if (hit == null || !hit.value().from().contains(plain)) {
                continue;
            }
            int distance = i < mention.from ? mention.from - hit.end() : i - mention.to;
            if (distance < nearest) {
                nearest = distance;
                best = hit.value().to();
                words = hit;
            }
        }
        int predicate = behindShare(sentence, figures, index);
        Hit<Context> told = predicate < 0 || best != null ? null : firstContext(sentence, predicate, plain);
        if (told != null) {
            best = told.value().to();
            words = told;
        }
        if (best == null && isPoorStock(sentence, mention, from, to)) {
            best = Measure.POOR_POPULATION;
        }
        if (best == null && isHelped(sentence, from, mention.lead)) {
            best = plain == Measure.STAFF && !saysTraining(sentence)
                    ? null
                    : coveredBy(sentence.section.programme(), plain);
        }
        if (best == null && plain == Measure.POOR_POPULATION && isHelped(sentence, from, mention.lead)) {
            best = Measure.PEOPLE;
        }
        if (best != null) {
            mention.measure = best;
            if (words != null) {
                mention.rules.add("measure-context", words);
            } else {
                mention.rules.add(best == Measure.POOR_POPULATION ? "measure-poor" : "measure-helped");
            }
        }
    }

    /** Where "12,000 people, or 8 percent of the poor, | were ..." goes on behind the share put in; -1 if none is. */
    private static int behindShare(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        int comma = figures.get(index).behindNoun();
        boolean next = index + 1 < figures.size() && figures.get(index + 1).isPercent();
        boolean open = tokens.is(comma, ",") && tokens.is(comma + 1, "or") || tokens.is(comma, "(");
        if (!next || !open || figures.get(index + 1).lead > comma + 2) {
            return -1;
        }
        int end = sentence.clauseEnd(figures.get(index + 1).to);
        boolean closed = tokens.is(end, ",") || tokens.is(end, ")");
        return closed && end - comma <= WINDOW ? end + 1 : -1;
    }

    private @Nullable Hit<Context> firstContext(SentenceContext sentence, int from, Measure plain) {
        int to = Math.min(sentence.clauseEnd(from), from + WINDOW);
        for (int i = from; i < to; i++) {
            Hit<Context> hit = lexicon.contexts.longest(sentence.tokens, i, to);
            if (hit != null && hit.value().from().contains(plain)) {
                return hit;
            }
        }
        return null;
    }

    /** The token at which the words for a figure begin: its verb, if it is joined by "and". */
    private static int startOfNext(SentenceContext sentence, Mention next) {
        for (int i = next.lead - 1; i > next.lead - 4 && i > 0; i--) {
            if (sentence.tokens.is(i, "and")) {
                return i;
            }
        }
        return next.lead;
    }

    private static boolean isTraining(SentenceContext sentence) {
        return sentence.section.programme() == Programme.TRAINING || saysTraining(sentence);
    }

    private static boolean saysTraining(SentenceContext sentence) {
        return sentence.next(TRAINING, 0) < sentence.tokens.count;
    }

    /** Those whom a relocation or training programme covers are relocated or trained. */
    private static @Nullable Measure coveredBy(Programme programme, Measure plain) {
        boolean people = plain == Measure.PEOPLE || plain == Measure.HOUSEHOLDS;
        if (programme == Programme.RELOCATION && people) {
            return Measure.RELOCATED;
        }
        boolean trainees = plain == Measure.PEOPLE || plain == Measure.STAFF;
        return programme == Programme.TRAINING && trainees ? Measure.TRAINED : null;
    }

    /** The poor as they are counted, not as they are helped: "had 7.95 million poor residents", "reduced by 318,000". */
    private static boolean isPoorStock(SentenceContext sentence, Mention mention, int from, int to) {
        boolean people = mention.isUnit("person") || mention.isUnit("household");
        if (!people || mention.measure != Measure.PEOPLE && mention.measure != Measure.HOUSEHOLDS) {
            return false;
        }
        if (mention.kind == Kind.CHANGE) {
            return sentence.hasCue(CueType.POOR, from, to);
        }
        if (mention.nounBefore
                && sentence.hasCue(CueType.POOR, mention.nounFrom, mention.nounTo)
                && moves(sentence, mention)) {
            return true; // "the poor in the countryside shrank from X to Y"
        }
        return sentence.hasCue(CueType.POOR, mention.nounFrom, mention.nounTo)
                && !sentence.tokens.is(mention.lead - 1, "for") // "houses for 8,700 registered poor households"
                && !isHelped(sentence, from, mention.lead)
                && sentence.hasCue(CueType.POOR_COUNTED, from, to);
    }

    private static boolean moves(SentenceContext sentence, Mention mention) {
        int from = Math.max(mention.nounTo, sentence.clauseStart(mention.lead));
        return sentence.hasCue(CueType.DOWN, from, mention.lead) || sentence.hasCue(CueType.UP, from, mention.lead);
    }

    static boolean isHelped(SentenceContext sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            String word = sentence.tokens.norm[i];
            if (word.startsWith("benefi")
                    || word.startsWith("help")
                    || word.startsWith("support")
                    || word.startsWith("cover")
                    || word.startsWith("involv")
                    || word.startsWith("driv")
                    || word.startsWith("radiat")
                    || word.startsWith("assist")
                    || word.startsWith("increas")) {
                return true;
            }
        }
        return false;
    }

    private void amount(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Dimension dimension = mention.unit.dimension();
        switch (dimension) {
            case AREA -> byUnit(mention, Measure.AREA);
            case LENGTH -> byUnit(mention, Measure.LENGTH);
            case MASS, VOLUME, ENERGY, POWER -> byUnit(mention, Measure.OUTPUT);
            case TIME -> byUnit(mention, Measure.TIME);
            case MONEY -> money(sentence, figures, index);
            default -> relative(sentence, figures, index);
        }
    }

    private static void byUnit(Mention mention, Measure measure) {
        mention.measure = measure;
        mention.rules.add("measure-by-unit");
    }

    private void money(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        if (index > 0 && isFromTo(sentence, figures.get(index - 1), mention)) {
            mention.sameAs = figures.get(index - 1);
        }
        if (mention.sameAs != null && mention.sameAs.measure != null) {
            mention.measure = mention.sameAs.measure;
            mention.rules.add("measure-as-before", mention.sameAs);
            return;
        }
        Hit<Topic> topic = nearest(sentence, figures, index, Dimension.MONEY);
        boolean second =
                mention.hasSubject() && index > 0 && figures.get(index - 1).hasSubject();
        if (second && topic == null && figures.get(index - 1).measure != null) {
            mention.sameAs = figures.get(index - 1); // "output value of fruit and vegetables": the head is said once
            mention.measure = mention.sameAs.measure;
            mention.rules.add("measure-as-before", mention.sameAs);
            return;
        }
        Mention total = mention.partOf;
        boolean general = topic == null
                || topic.value().measure() == Measure.FUNDS
                || isCreditFunds(sentence, topic)
                || distance(mention, topic) > 5;
        if (total != null && total.measure != null && general) {
            mention.measure = total.measure;
            mention.rules.add("as-its-total", total);
        } else if (topic != null) {
            take(mention, topic);
            if (isMutualFundLent(sentence, figures, index, topic)) {
                mention.measure = Measure.LOANS;
                mention.rules.add("measure-lent");
            }
            if (isInvestmentSigned(sentence, mention, topic)) {
                mention.measure = Measure.CONTRACT_VALUE;
                mention.rules.add("measure-contract");
            }
        } else {
            mention.measure = asBefore(sentence, figures, index);
        }
    }

    /** "X of mutual funds was issued to support 27,500 households", "as loans to farmers": lent to the members. */
    private static boolean isMutualFundLent(
            SentenceContext sentence, List<Mention> figures, int index, Hit<Topic> topic) {
        Tokens tokens = sentence.tokens;
        int begin = topic.begin(); // "funds" of "mutual funds" and of "mutual aid funds"
        if (!tokens.is(begin, "mutual") && !tokens.is(begin - 1, "mutual") && !tokens.is(begin - 2, "mutual")) {
            return false;
        }
        Mention mention = figures.get(index);
        int end = sentence.clauseEnd(mention.to);
        boolean asLoans = false;
        boolean issued = false;
        for (int i = sentence.clauseStart(mention.lead); i < end; i++) {
            asLoans |= tokens.is(i, "as") && tokens.is(i + 1, "loans");
            issued |= tokens.is(i, "issued") || tokens.is(i, "provided") || tokens.is(i, "lent");
        }
        Mention next = index + 1 < figures.size() ? figures.get(index + 1) : null;
        boolean toHouseholds = next != null
                && next.lead < end
                && next.noun != null
                && (next.noun.unit().is("household") || next.noun.unit().is("person"));
        return asLoans || issued && toHouseholds;
    }

    /** "the planned total investment of the signed project": what it is to cost, not what was paid. */
    private static boolean isInvestmentSigned(SentenceContext sentence, Mention mention, Hit<Topic> topic) {
        if (topic.value().measure() != Measure.FUNDS
                || !sentence.tokens.norm[topic.end() - 1].startsWith("investment")) {
            return false;
        }
        boolean planned = false;
        boolean signed = false;
        for (int i = sentence.clauseStart(topic.begin()); i < sentence.clauseEnd(mention.to); i++) {
            planned |= sentence.tokens.is(i, "planned");
            signed |= sentence.tokens.is(i, "signed");
        }
        return planned && signed;
    }

    /** "credit funds" in a total of funds are funds, "discount loans" are loans. */
    private static boolean isCreditFunds(SentenceContext sentence, Hit<Topic> topic) {
        return topic.value().measure() == Measure.LOANS
                && sentence.tokens.is(topic.begin(), "credit")
                && !sentence.tokens.norm[topic.end() - 1].startsWith("loan");
    }

    /** An amount without a name: per unit of the amount before, of what the sentence opens with ("Of the loans, ..."). */
    private Measure asBefore(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Mention last = index > 0 ? lastOfUnit(figures, index) : null;
        if (last != null && last.measure != null && goesOn(sentence, last, mention)) {
            mention.sameAs = last;
            mention.rules.add("measure-as-before", last);
            return last.measure;
        }
        if (sentence.hasCue(CueType.PER, mention.to, Math.min(mention.to + 4, sentence.clauseEnd(mention.to)))) {
            for (int i = index - 1; i >= 0; i--) {
                Mention other = figures.get(i);
                if (other.unit != null && other.unit.equals(mention.unit) && other.measure != null) {
                    mention.rules.add("measure-as-before", other);
                    return other.measure;
                }
            }
        }
        if (index > 0 && isLentToo(sentence, figures.get(index - 1), mention)) {
            mention.rules.add("measure-as-list", figures.get(index - 1));
            return Measure.LOANS;
        }
        boolean opens = sentence.tokens.is(0, "of") || sentence.tokens.is(0, "among");
        Hit<Topic> topic =
                opens ? first(sentence, 1, Math.min(sentence.clauseEnd(1), 2 * WINDOW), Dimension.MONEY) : null;
        if (topic == null) {
            return Measure.FUNDS;
        }
        mention.rules.add("measure-opening", topic);
        return topic.value().measure();
    }

    /** "lent 52 million yuan to herders and 17 million yuan to weavers": one verb, two amounts. */
    private static boolean isLentToo(SentenceContext sentence, Mention before, Mention mention) {
        Tokens tokens = sentence.tokens;
        int joint = mention.lead - 1;
        boolean listed = tokens.is(joint, ",") || sentence.cueAt(CueType.LIST_JOINER, joint) || tokens.is(joint, "but");
        boolean passive = sentence.cueAt(CueType.FINITE, mention.to)
                || tokens.is(mention.to, "from")
                || tokens.is(mention.to, "by");
        return listed
                && !passive
                && before.isLevel()
                && mention.isLevel()
                && before.measure == Measure.LOANS
                && before.unit.equals(mention.unit)
                && joint - before.to <= WINDOW
                && (!sentence.hasCue(CueType.VERB, before.to, joint) || goesToOthers(sentence, before.to, mention))
                && sentence.next(SentenceContext.SEMICOLON, before.to) > joint;
    }

    /** "loans of 31 million yuan went to growers and 12 million yuan to herders". */
    private static boolean goesToOthers(SentenceContext sentence, int from, Mention mention) {
        Tokens tokens = sentence.tokens;
        boolean to = tokens.is(mention.to, "to") || tokens.is(mention.to, "for");
        for (int i = from; to && i < mention.lead; i++) {
            if (tokens.is(i, tokens.norm[mention.to])) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Mention lastOfUnit(List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        for (int i = index - 1; i >= Math.max(0, index - FARTHEST); i--) {
            Mention other = figures.get(i);
            if (other.unit != null && other.unit.equals(mention.unit)) {
                return other;
            }
        }
        return null;
    }

    /** "rose by 700 yuan, reaching 6,000 yuan", "that of the villages rose to 4,800 yuan": the same thing again. */
    private static boolean goesOn(SentenceContext sentence, Mention last, Mention mention) {
        Tokens tokens = sentence.tokens;
        int start = sentence.clauseStart(mention.lead);
        if (start <= last.to && !KindPass.isListed(sentence, last, mention)) {
            return false;
        }
        if (KindPass.isListed(sentence, last, mention)
                && last.measure != Measure.FUNDS
                && sentence.hasCue(
                        CueType.RESPECTIVELY,
                        Math.max(0, mention.lead - 2 * WINDOW),
                        Math.min(sentence.tokens.count, mention.to + WINDOW))) {
            return true;
        }
        Hit<Cue> again = sentence.firstCue(CueType.SAME_AGAIN, start, mention.lead);
        if (again != null) {
            int at = again.begin();
            return switch (again.value().value()) {
                case "of" -> tokens.is(at + 1, "of") || tokens.is(at + 1, "in") || tokens.is(at + 1, "for");
                case "the" -> tokens.is(at - 1, "the") || tokens.is(at - 1, "these") || tokens.is(at - 1, "this");
                default -> mention.lead - at <= 4;
            };
        }
        return false;
    }

    /** "from 252 million yuan in 2011 to 306 million yuan". */
    private static boolean isFromTo(SentenceContext sentence, Mention from, Mention to) {
        return sentence.tokens.is(to.lead - 1, "to")
                && sentence.tokens.is(from.lead - 1, "from")
                && from.unit != null
                && from.unit.equals(to.unit);
    }

    private static int distance(Mention mention, Hit<Topic> topic) {
        return topic.begin() >= mention.to ? topic.begin() - mention.to : mention.lead - topic.end();
    }

    /** Percentages, points, multiples: a rate has a measure of its own, the others that of the amount they describe. */
    private void relative(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        if (mention.nounTo > mention.nounFrom && mention.measure != null) {
            return;
        }
        if (index > 0 && mention.kind == Kind.LEVEL && sentence.tokens.is(mention.lead - 1, "from")) {
            Mention points = figures.get(index - 1);
            Mention led = index > 1 ? figures.get(index - 2) : points;
            if (points.isUnit("pp") && led.isPercent() && led.isLevel() && led.measure != null) {
                mention.sameAs = led; // "27.2%, down 4.6 percentage points from 31.8%"
                mention.measure = led.measure;
                mention.rules.add("measure-as-before", led);
                return;
            }
        }
        Hit<Topic> topic = null;
        if (mention.kind == Kind.LEVEL || mention.kind == Kind.CHANGE || mention.kind == Kind.GAP) {
            topic = nearest(sentence, figures, index, Dimension.PERCENT);
        }
        if (mention.kind == Kind.MULTIPLE && mention.form == Mention.Form.MULTIPLE) {
            int end = Math.min(sentence.clauseEnd(mention.to), mention.to + WINDOW);
            topic = first(sentence, mention.to, end, Dimension.MONEY); // "double the income of farmers"
        }
        if (topic == null && mention.kind != Kind.LEVEL) {
            boolean bracketed = mention.lead > 1 && sentence.tokens.is(mention.lead - 1, "("); // "GDP growth (8.7%)"
            boolean inserted = mention.lead > 2
                    && sentence.tokens.is(mention.lead - 1, "at")
                    && sentence.tokens.is(mention.lead - 2, ","); // "GDP growth, at 6.8%, was"
            int clause =
                    sentence.clauseStart(bracketed ? mention.lead - 2 : inserted ? mention.lead - 3 : mention.lead);
            int from = Math.max(clause, mention.lead - WINDOW);
            topic = last(sentence, from, mention.lead, Dimension.MONEY);
        }
        if (topic == null && mention.kind == Kind.SHARE && sentence.tokens.is(mention.to, "of")) {
            topic = first(
                    sentence,
                    mention.to,
                    Math.min(sentence.clauseEnd(mention.to), mention.to + WINDOW),
                    Dimension.MONEY);
        }
        if (topic == null
                && (mention.isShare || sentence.tokens.is(mention.to, "of"))
                && counts(sentence, figures, index)) {
            return;
        }
        if (topic == null && mention.kind != Kind.LEVEL) {
            topic = first(
                    sentence,
                    mention.to,
                    Math.min(sentence.clauseEnd(mention.to), mention.to + WINDOW),
                    Dimension.MONEY);
            topic = sentence.tokens.is(mention.to, "of") ? topic : null;
        }
        if (topic == null && mention.kind == Kind.SHARE && isOfWholeOrSubject(sentence, figures, index)) {
            return;
        }
        if (topic != null) {
            take(mention, topic);
            if (isOfGoods(sentence, topic)) {
                mention.measure = Measure.OUTPUT;
            }
        } else {
            mention.measure = mention.kind == Kind.LEVEL ? Measure.RATE : ofThingsBefore(sentence, mention);
        }
    }

    /** "Of 860 applicants, 45% ...": of the whole; "The poor lived in the east (51%) and ...": of the subject. */
    private boolean isOfWholeOrSubject(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Mention before = index == 0 ? null : figures.get(index - 1);
        if (mention.ofWhole) {
            boolean next = before != null && before.kind == Kind.SHARE && before.measure != null;
            if (before != null && (next || before.isLevel() && before.measure != null)) {
                mention.measure = before.measure;
                mention.rules.add("measure-as-before", before);
                return true;
            }
        } else if (!KindPass.isBracketedAlone(sentence.tokens, mention)) {
            return false;
        } else if (before != null && before.kind == Kind.SHARE && before.nounBefore && before.measure != null) {
            mention.measure = before.measure;
            mention.nounBefore = true;
            mention.nounFrom = before.nounFrom;
            mention.nounTo = before.nounTo;
            mention.rules.add("measure-as-before", before);
            return true;
        }
        return ofSubject(sentence, mention);
    }

    private boolean ofSubject(SentenceContext sentence, Mention mention) {
        int limit = Math.min(mention.lead, 2 * WINDOW);
        for (int at = 0; at < limit; at++) {
            if (!sentence.tokens.isWord(at) || sentence.cueAt(CueType.FUNCTION, at)) {
                continue;
            }
            Hit<Topic> money = lexicon.topics.longest(sentence.tokens, at, mention.lead);
            if (money != null && money.value().dimension() == Dimension.MONEY) {
                take(mention, money); // "The funds went to roads (45%) and ..."
                mention.nounBefore = true;
                return true;
            }
            NounPhrases.Phrase subject = phrases.after(sentence, at);
            boolean named = subject != null && subject.noun() != null && subject.to() <= mention.lead;
            if (subject != null && !named) {
                at = Math.max(at, subject.to() - 1);
            }
            if (named) {
                boolean heads = subject.noun().unit().equals(lexicon.person)
                        || subject.noun().unit().equals(lexicon.household);
                boolean poor = heads && sentence.hasCue(CueType.POOR, subject.from(), subject.to());
                mention.measure =
                        poor ? Measure.POOR_POPULATION : subject.noun().measure();
                mention.nounFrom = subject.from();
                mention.nounTo = subject.to();
                mention.nounBefore = true;
                mention.rules.add("measure-subject", subject.from(), subject.to());
                return true;
            }
        }
        return false;
    }

    /** "rice yield rose by 10%", "the number of visitors grew by 20%": of what the noun before the verb counts. */
    private Measure ofThingsBefore(SentenceContext sentence, Mention mention) {
        boolean overTime = mention.kind == Kind.GROWTH || mention.kind == Kind.CHANGE;
        int verb = sentence.tokens.is(mention.lead - 1, "by") ? mention.lead - 2 : noting(sentence, mention);
        if (verb < 0 && isMoving(sentence, mention.lead - 1)) {
            verb = mention.lead - 1; // "rice yield grew 6%"
        }
        NounPhrases.Phrase before =
                overTime && verb > 0 ? phrases.lastBefore(sentence, sentence.clauseStart(mention.lead), verb) : null;
        if (before == null || before.noun() == null) {
            return Measure.OTHER;
        }
        mention.rules.add("measure-subject", before.from(), before.to());
        return before.noun().measure();
    }

    private static boolean isMoving(SentenceContext sentence, int at) {
        boolean moves = sentence.cueAt(CueType.UP, at) || sentence.cueAt(CueType.DOWN, at);
        return moves && !sentence.cueAt(CueType.TREND_NOUN, at);
    }

    /** "the output of cotton" is told in tons, not in money. */
    private static boolean isOfGoods(SentenceContext sentence, Hit<Topic> topic) {
        return topic.length() == 1
                && sentence.tokens.is(topic.begin(), "output")
                && sentence.tokens.is(topic.end(), "of")
                && !sentence.cueAt(CueType.FUNCTION, topic.end() + 1);
    }

    /** Where the verb stands of "the yield recorded negative growth of 5%", -1 where none does. */
    private static int noting(SentenceContext sentence, Mention mention) {
        int noun = mention.lead - 2;
        if (!sentence.tokens.is(noun + 1, "of") || !sentence.cueAt(CueType.TREND_NOUN, noun)) {
            return -1;
        }
        for (int i = noun - 1; i >= Math.max(0, noun - FARTHEST_NOTED); i--) {
            if (sentence.cueAt(CueType.NOTING, i)) {
                return i;
            }
        }
        return -1;
    }

    /** "82% of the projects": what the noun behind "of" counts is measured. */
    private boolean counts(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        if (mention.kind != Kind.SHARE && mention.kind != Kind.COMPLETION) {
            return false;
        }
        if (index + 1 < figures.size() && figures.get(index + 1).lead <= mention.to + 2) {
            Mention whole = figures.get(index + 1); // "79.6% of the 11 projects"
            if (whole.noun != null) {
                mention.measure = whole.noun.measure();
                mention.nounFrom = whole.nounFrom;
                mention.nounTo = whole.nounTo;
                mention.noun = whole.noun;
                return true;
            }
        }
        int start = tokens.is(mention.to, "of") ? mention.to + 1 : mention.to; // "seven out of ten villages"
        while (tokens.is(start, "the") || tokens.is(start, "these") || tokens.is(start, "all")) {
            start++;
        }
        NounPhrases.Phrase phrase = phrases.after(sentence, start);
        if (phrase == null || phrase.noun() == null || phrase.noun().measure() == Measure.OTHER) {
            return false;
        }
        Hit<Topic> money = first(sentence, phrase.from(), phrase.to(), Dimension.MONEY);
        if (money != null) {
            return false;
        }
        mention.measure = phrase.noun().measure();
        mention.nounFrom = phrase.from();
        mention.nounTo = phrase.to();
        mention.noun = phrase.noun();
        refine(sentence, figures, index);
        return true;
    }

    private static void take(Mention mention, Hit<Topic> topic) {
        mention.measure = topic.value().measure();
        mention.nounFrom = topic.begin();
        mention.nounTo = topic.end();
        mention.nounBefore = topic.begin() < mention.from;
    }

    /** The topic word nearest to the amount, on the side where its noun phrase stands. */
    private @Nullable Hit<Topic> nearest(
            SentenceContext sentence, List<Mention> figures, int index, Dimension dimension) {
        Mention mention = figures.get(index);
        if (mention.nounTo > mention.nounFrom && mention.hasSubject()) {
            Hit<Topic> subject = last(sentence, mention.nounFrom, mention.nounTo, dimension);
            if (subject != null) {
                return subject;
            }
        }
        Side side = Side.of(sentence, mention);
        int gap = sentence.gapStart(figures, index);
        Hit<Topic> before = last(sentence, Math.max(gap, mention.lead - WINDOW), mention.lead, dimension);
        if (before == null && side == Side.BEFORE) {
            // "per capita income of farmers in 53 counties reached X": the count in between only says where
            int clause = Math.max(sentence.clauseStart(mention.lead), mention.lead - WINDOW);
            before = last(sentence, clause, mention.lead, dimension);
        }
        int after = behindBrackets(sentence, mention.to);
        int end = after > mention.to ? sentence.clauseEnd(after) : sentence.gapEnd(figures, index);
        Hit<Topic> behind =
                first(sentence, after, Math.min(Math.min(end, sentence.clauseEnd(after)), after + WINDOW), dimension);
        if (before == null || behind == null) {
            return before == null ? behind : before;
        }
        if (before.end() == mention.lead && before.value().measure() == Measure.LOANS) {
            return before; // "lent X out of the mutual funds"
        }
        return side == Side.BEFORE ? before : behind;
    }

    /** The token at which the text goes on behind an amount: after the brackets, if some open there. */
    static int behindBrackets(SentenceContext sentence, int at) {
        if (!sentence.tokens.is(at, "(")) {
            return at;
        }
        int close = sentence.closing(at);
        return close < sentence.tokens.count && !sentence.isClauseMark(close) ? close : at;
    }

    private @Nullable Hit<Topic> last(SentenceContext sentence, int from, int to, Dimension dimension) {
        Hit<Topic> found = null;
        for (int i = from; i < to; i++) {
            Hit<Topic> hit = lexicon.topics.longest(sentence.tokens, i, to);
            boolean fits = hit != null && hit.value().dimension() == dimension && !isMoved(sentence.tokens, hit);
            if (fits && (found == null || hit.end() > found.end())) {
                found = hit;
            }
        }
        return found;
    }

    /** "the line was raised from X to Y": no money was raised. */
    private static boolean isMoved(Tokens tokens, Hit<Topic> hit) {
        return tokens.is(hit.begin(), "raised")
                && (tokens.is(hit.end(), "from") || tokens.is(hit.end(), "to") || tokens.is(hit.end(), "by"));
    }

    /** The first topic; a specific one later in the same noun phrase wins over general words for money. */
    private @Nullable Hit<Topic> first(SentenceContext sentence, int from, int limit, Dimension dimension) {
        Hit<Topic> found = null;
        for (int i = from; i < limit; i++) {
            Hit<Topic> hit = lexicon.topics.longest(sentence.tokens, i, limit);
            if (hit == null || hit.value().dimension() != dimension) {
                continue;
            }
            if (found == null) {
                found = hit;
            } else if (i <= found.end() && rank(hit) > rank(found)) {
                found = hit;
            } else if (i > found.end()) {
                break;
            }
        }
        return found;
    }

    static int rank(Hit<Topic> hit) {
        return switch (hit.value().measure()) {
            case FUNDS -> 0;
            case LOANS -> 1;
            default -> 2;
        };
    }

    /** "..., averagely 450,000 yuan per village": names nothing of its own, it is the amount before, per unit. */
    private static void averages(SentenceContext sentence, List<Mention> figures) {
        for (int i = 1; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (mention.unit == null || mention.isPercent() || !isBarePerUnit(sentence, mention)) {
                continue;
            }
            Mention total = lastOfUnit(figures, i);
            if (total != null && total.isLevel() && mention.isLevel()) {
                mention.sameAs = total;
                mention.rules.add("average-of-before", total);
            }
        }
    }

    private static boolean isBarePerUnit(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int at = mention.to;
        boolean per = sentence.cueAt(CueType.PER, at)
                || tokens.is(at, "per")
                || tokens.is(at, "for") && (tokens.is(at + 1, "each") || tokens.is(at + 1, "every"));
        if (!per) {
            return false;
        }
        for (int i = sentence.clauseStart(mention.lead); i < mention.lead; i++) {
            if (!sentence.cueAt(CueType.AVERAGE_FILLER, i)) {
                return false;
            }
        }
        return true;
    }

    /** "GDP and budget revenue respectively amounted to X and Y": the subject that the list gives names the amount. */
    private static void subjectsRespectively(List<Mention> figures) {
        for (Mention mention : figures) {
            if (mention.hasSubject() && mention.isLevel() && mention.unit != null) {
                mention.nounFrom = mention.subjectFrom;
                mention.nounTo = mention.subjectTo;
                mention.nounBefore = true;
            }
        }
    }
}
