package org.fupin.extraction.table;

import java.util.List;
import org.fupin.extraction.sentence.Payers.Payer;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Context;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.observation.Coded;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Status;
import org.fupin.reference.TableWords.Type;

/** Reads one label: what each of its words says, and what is left of it as the name of the thing. */
final class LabelReader {

    /** What a label can be as a whole, up to marks. */
    private static final List<Type> WHOLE =
            List.of(Type.NO_FIGURE, Type.UNITS, Type.YEAR, Type.PLACES, Type.ITEMS, Type.AVERAGE);

    /** What can open a label, in this order. */
    private static final List<Type> OPENING =
            List.of(Type.OF_WHICH, Type.SUBTOTAL, Type.TOTAL, Type.WHOLE, Type.NUMBER_OF);

    /** Most words of the name of a place. */
    private static final int LONGEST_PLACE = 6;

    private final LabelText text;
    private final LabelUnits units;
    private final TableLabel label = new TableLabel();

    LabelReader(LabelText text) {
        this.text = text;
        this.units = new LabelUnits(text);
    }

    TableLabel read() {
        label.text = text.tokens.raw(text.from, text.to);
        if (text.from >= text.to) {
            return label;
        }
        whole();
        kind();
        List<Scale> scales =
                label.is(Type.PLACES) ? List.of() : units.read(!label.types.isEmpty() || label.kind != null);
        label.scales = label.scales.isEmpty() ? scales : label.scales;
        label.per = label.scales.isEmpty() ? null : label.scales.get(0).per();
        label.time = new LabelTimes(text).read();
        openings();
        lastWords();
        status();
        average();
        label.topic = new LabelTopic(text, label).read();
        contexts();
        payer();
        place();
        item();
        return label;
    }

    private void whole() {
        for (Type type : WHOLE) {
            for (int end = text.to; end > text.from && (end == text.to || text.isMark(end)); end--) {
                Hit<String> hit = text.hit(type, text.from, end);
                if (hit != null && hit.end() == end) {
                    label.types.add(type);
                    label.whole = label.whole == null ? type : label.whole;
                    label.noFigure = type == Type.NO_FIGURE
                            ? Coded.of(LeftOutReason.class, hit.value())
                            : label.whole == Type.YEAR ? LeftOutReason.DATE : label.noFigure;
                }
            }
        }
    }

    /** Share, growth, change, completion, and what a change is compared with. */
    private void kind() {
        for (int i = text.from; i < text.to; i++) {
            Hit<String> hit = text.hit(Type.KIND, i);
            String[] value = hit == null ? new String[0] : hit.value().split(" ");
            Kind kind = hit == null ? null : Coded.of(Kind.class, value[0]);
            if (hit == null || !isKind(kind, hit)) {
                continue;
            }
            label.kind = kind;
            label.direction = value.length > 1 ? Coded.of(Direction.class, value[1]) : null;
            text.use(hit);
            for (int k = hit.begin(); k < hit.end(); k++) {
                if (units.isPercent(k)) {
                    label.scales = List.of(Scale.of(text.lexicon.percent, null));
                }
            }
            base(hit.end());
            return;
        }
    }

    /** Words such as "increase" tell a kind only where they open the label or are all of it: "newly increased area". */
    private boolean isKind(Kind kind, Hit<String> hit) {
        int end = hit.end();
        boolean first = hit.begin() == text.from || text.isMark(hit.begin() - 1);
        return switch (kind) {
            case GROWTH -> true;
            case COMPLETION -> first || end == text.to || hit.length() > 1;
            case SHARE -> first || end >= text.to || !text.tokens.isWord(end);
            default -> first && (!text.isName(end) || text.hit(Type.BASE, end) != null);
        };
    }

    /** What a change is compared with says nothing of the figure's own time. */
    private void base(int at) {
        for (int i = at; i < text.to; i++) {
            Hit<String> hit = text.hit(Type.BASE, i);
            if (hit != null) {
                int end = hit.end();
                while (text.isYear(end) || text.is(Type.END_OF, end) || text.is(Type.FILLER, end)) {
                    end++;
                }
                text.use(i, end);
            }
        }
    }

    private void openings() {
        int first = text.first();
        for (Type type : OPENING) {
            Hit<String> hit = label.noFigure == null ? text.hit(type, first) : null;
            if (hit != null) {
                label.types.add(type);
                text.use(hit);
                first = text.first();
            }
        }
    }

    /** "Funds in total", "Subsidy standard"; but "villages up to standard" reached one. */
    private void lastWords() {
        int end = text.end();
        for (int begin = Math.max(text.first() + 1, end - 2); begin < end; begin++) {
            if (text.isAll(Type.TOTAL, begin, end)) {
                label.types.add(Type.TOTAL);
                text.use(begin, end);
            }
        }
        if (text.is(Type.STANDARD, end - 1) && !text.sentence.cueAt(CueType.FUNCTION, end - 2)) {
            label.status = Status.STANDARD;
            if (end - 1 == text.from) {
                text.use(text.from, end);
            }
        }
    }

    private void status() {
        for (int i = text.from; i < text.to && label.kind != Kind.COMPLETION; i++) {
            Hit<String> hit = text.isUsed(i) ? null : text.hit(Type.STATUS, i);
            Status told = hit == null || isNamed(i) ? null : Coded.of(Status.class, hit.value());
            if (told == Status.PLANNED || told != null && label.status == null) {
                label.status = told;
                text.use(hit);
            }
        }
    }

    /** "Rain Plan": the name of a programme. */
    private boolean isNamed(int token) {
        return text.is(Type.NAME, token)
                && text.isFree(token - 1)
                && text.tokens.isCapitalised(token)
                && text.tokens.isCapitalised(token - 1);
    }

    /** "Mean of all counties", "Village average": the average of the rows or columns, not that of a thing it names. */
    private void average() {
        for (int i = text.from; i < text.to; i++) {
            Hit<String> hit = text.hit(Type.AVERAGE, i);
            if (hit != null && isOfRows(text.from, i) && isOfRows(hit.end(), text.to)) {
                label.types.add(Type.AVERAGE);
                text.use(hit);
                return;
            }
        }
    }

    private boolean isOfRows(int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (!text.isSaid(i, i + 1)
                    && text.tokens.isWord(i)
                    && text.hit(Type.PLACES, i, end) == null
                    && text.hit(Type.WHOLE, i, end) == null) {
                return false;
            }
        }
        return true;
    }

    /** What is done with people or things, whether they are the poor as they are counted, and for each of what it is told. */
    private void contexts() {
        for (int i = text.from; i < text.to; i++) {
            Hit<Context> hit = text.lexicon.contexts.longest(text.tokens, i, text.to);
            if (hit != null) {
                label.contexts.add(hit.value());
            }
            Hit<Cue> each = text.sentence.cueBeginningAt(CueType.PER, i);
            if (each != null
                    && each.end() <= text.to
                    && label.per == null
                    && !text.sentence.cueAt(CueType.ARTICLE, i)) {
                label.per = Coded.of(PerUnit.class, each.value().value());
            }
        }
        label.poor = text.sentence.hasCue(CueType.POOR, text.from, text.to)
                && !text.sentence.hasCue(CueType.HELPED, text.from, text.to);
    }

    private void payer() {
        int end = text.from;
        while (end < text.to && !text.is(Type.RECEIVER, end)) {
            end++; // what follows receives
        }
        Payer best = null;
        for (Payer payer : text.sentence.payers().in(text.from, end)) {
            if (!payer.isAgent() && (best == null || payer.rank() < best.rank())) {
                best = payer;
            }
        }
        Hit<String> bare = text.hit(Type.PAYER, text.first());
        if (best != null) {
            label.payer = best.source();
        } else if (bare != null && (label.topic.money() != null || text.isSaid(bare.end(), text.to))) {
            label.payer = Coded.of(FundingSource.class, bare.value());
        }
    }

    /** The name of a place, and nothing else but a mark. */
    private void place() {
        int begin = text.first();
        int end = text.end();
        Hit<String> known = text.lexicon.places(text.sentence.article).longest(text.tokens, begin, end);
        boolean isKnown = known != null && known.end() == end;
        boolean isKind = end - begin > 1
                && end - begin <= LONGEST_PLACE
                && isPlaceKind(end - 1)
                && isCapitalised(begin, end)
                && (known != null || text.lexicon.nouns.longest(text.tokens, begin, end - 1) == null);
        if (isKnown && text.tokens.isCapitalised(begin) || isKind) {
            String name = text.tokens.raw(begin, end);
            String own = text.sentence.article.region();
            label.place = isKnown && known.value().equals(own) && text.lexicon.isRegionName(name) ? own : name;
            label.topic = label.topic.withoutNoun(); // "Huining County" counts no counties
        }
    }

    private boolean isPlaceKind(int token) {
        return text.sentence.cueAt(CueType.PLACE_KIND, token) || text.is(Type.PLACES, token);
    }

    private boolean isCapitalised(int begin, int end) {
        for (int i = begin; i < end; i++) {
            boolean sign = text.tokens.is(i, "-") || text.tokens.is(i, "'");
            if (!sign && (!text.tokens.isCapitalised(i) || !text.isName(i))) {
                return false;
            }
        }
        return true;
    }

    /** What is left: from the first to the last word that nothing else was made of. */
    private void item() {
        int begin = text.first();
        int end = text.end();
        if (!text.isSaid(begin, end)) {
            while (!text.isName(begin) && !text.tokens.isNumber(begin)) {
                begin++;
            }
            label.item = text.tokens.raw(begin, end).strip();
        }
    }
}
