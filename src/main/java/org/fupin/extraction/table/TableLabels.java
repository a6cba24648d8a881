package org.fupin.extraction.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fupin.extraction.measure.MeasurePass;
import org.fupin.extraction.sentence.Payers.Payer;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.table.TableLabel.Scale;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.Lexicon.Noun;
import org.fupin.extraction.text.Lexicon.Topic;
import org.fupin.extraction.text.Lexicon.UnitWord;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Coded;
import org.fupin.observation.Dimension;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Period;
import org.fupin.observation.Status;
import org.fupin.observation.Unit;
import org.fupin.reference.Language.NumberWord;
import org.fupin.reference.TableWords;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/** Reads the labels of tables: headers, stubs, captions. Labels are short; what is longer is read up to a bound. */
final class TableLabels {

    /** Most tokens of a label that are read. */
    private static final int LONGEST = 60;

    /** Most tokens of a unit: "10,000 person-times", "yuan per square meter of floor". */
    private static final int LONGEST_UNIT = 9;

    /** Most words before the head of a phrase that are taken with it. */
    private static final int LONGEST_PHRASE = 6;

    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2099;

    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private final Lexicon lexicon;
    private final Map<Type, PhraseIndex<String>> words = new EnumMap<>(Type.class);

    TableLabels(Lexicon lexicon, TableWords table) {
        this.lexicon = lexicon;
        for (TableWords.Row row : table.rows()) {
            words.computeIfAbsent(row.type(), type -> PhraseIndex.ofWords(lexicon.vocabulary))
                    .add(row.word(), row.value());
        }
    }

    /** The longest words of a type that begin at the token, null if none do. */
    @Nullable
    Hit<String> hit(Type type, Tokens tokens, int at, int limit) {
        return at >= limit ? null : words.get(type).longest(tokens, at, limit);
    }

    /** Whether the tokens are words of the type and nothing else. */
    boolean isAll(Type type, Tokens tokens, int from, int to) {
        Hit<String> hit = hit(type, tokens, from, to);
        return hit != null && hit.end() == to;
    }

    /** Whether the tokens name nothing: "amounts", "all figures are". */
    boolean isFiller(SentenceContext sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean filler = hit(Type.FILLER, sentence.tokens, i, to) != null
                    || sentence.cueAt(CueType.FUNCTION, i)
                    || sentence.cueAt(CueType.LINKING_VERB, i)
                    || sentence.tokens.is(i, "all");
            if (sentence.tokens.isWord(i) && !filler) {
                return false;
            }
        }
        return true;
    }

    /** Whether the sentence tells of figures in brackets. */
    boolean saysBrackets(SentenceContext sentence) {
        for (int i = 0; i < Math.min(sentence.tokens.count, LONGEST); i++) {
            if (hit(Type.BRACKETS, sentence.tokens, i, sentence.tokens.count) != null) {
                return true;
            }
        }
        return false;
    }

    /** The longest noun for what is counted that begins at the token, null if none does. */
    @Nullable
    Hit<Noun> noun(Tokens tokens, int at, int limit) {
        return at >= limit ? null : lexicon.nouns.longest(tokens, at, limit);
    }

    /** A label that is nothing but a unit, as in a column of units; one without a scale where it is none. */
    TableLabel unit(SentenceContext sentence, int from, int limit) {
        Reading reading = new Reading(sentence, from, Math.min(limit, from + LONGEST));
        int begin = sentence.tokens.is(from, "(") ? from + 1 : from;
        reading.scales(begin, begin > from && sentence.tokens.is(limit - 1, ")") ? limit - 1 : limit);
        return reading.label;
    }

    TableLabel read(SentenceContext sentence, int from, int limit) {
        return new Reading(sentence, from, Math.min(limit, from + LONGEST)).read();
    }

    /** One label being read. */
    private final class Reading {

        private final SentenceContext sentence;
        private final Tokens tokens;
        private final int from;
        private final int to;
        private final boolean[] used;
        private final TableLabel label = new TableLabel();

        private Reading(SentenceContext sentence, int from, int to) {
            this.sentence = sentence;
            this.tokens = sentence.tokens;
            this.from = from;
            this.to = to;
            this.used = new boolean[Math.max(0, to - from)];
        }

        private TableLabel read() {
            label.text = tokens.raw(from, to);
            if (from >= to) {
                return label;
            }
            whole();
            kinds();
            units();
            periods();
            types();
            average();
            topics();
            contexts();
            payer();
            place();
            item();
            return label;
        }

        private void use(int begin, int end) {
            for (int i = Math.max(begin, from); i < Math.min(end, to); i++) {
                used[i - from] = true;
            }
        }

        private boolean isUsed(int token) {
            return used[token - from];
        }

        /** What the label is as a whole, up to brackets and marks. */
        private void whole() {
            int begin = from;
            int end = to;
            while (end > begin + 1
                    && tokens.type[end - 1] == Tokens.MARK
                    && !tokens.is(end - 1, ")")
                    && !tokens.is(end - 1, ".")
                    && !tokens.is(end - 1, "%")) {
                end--;
            }
            for (Type type : new Type[] {
                Type.SERIAL,
                Type.CONTACT,
                Type.REFERENCE,
                Type.DOCUMENT,
                Type.DATE,
                Type.ORDINAL,
                Type.REMARKS,
                Type.UNITS,
                Type.YEAR,
                Type.PLACES,
                Type.ITEMS,
                Type.AVERAGE
            }) {
                if (isAll(type, tokens, begin, end)) {
                    label.types.add(type);
                    label.whole = label.whole == null ? type : label.whole;
                }
            }
        }

        /** Share, growth, change, completion. */
        private void kinds() {
            for (int i = from; i < to; i++) {
                Hit<String> hit = hit(Type.KIND, tokens, i, to);
                if (hit == null || !isKind(hit)) {
                    continue;
                }
                boolean down = hit.value().equals("down");
                label.kind = down ? Kind.CHANGE : Coded.of(Kind.class, hit.value());
                label.direction = down ? Direction.DOWN : null;
                label.types.add(Type.KIND);
                use(hit.begin(), hit.end());
                for (int k = hit.begin(); k < hit.end(); k++) {
                    percent(k);
                }
                base(hit.end());
                return;
            }
        }

        /** Words such as "increase" tell a kind only where they open the label or are all of it: "newly increased area". */
        private boolean isKind(Hit<String> hit) {
            boolean first = hit.begin() == from || tokens.type[hit.begin() - 1] == Tokens.MARK;
            return switch (hit.value()) {
                case "growth" -> true;
                case "completion" -> first || hit.end() == to || hit.length() > 1;
                case "share" -> first || hit.end() >= to || !tokens.isWord(hit.end());
                default -> first && (hit.end() >= to || !isNounPhrase(hit.end()));
            };
        }

        /** Whether what follows is what was increased or reduced, as in "reduced population": a noun without a preposition. */
        private boolean isNounPhrase(int at) {
            return at < to
                    && tokens.isWord(at)
                    && !sentence.cueAt(CueType.FUNCTION, at)
                    && hit(Type.BASE, tokens, at, to) == null;
        }

        /** What a change is compared with says nothing of the figure's own time. */
        private void base(int at) {
            for (int i = at; i < to; i++) {
                Hit<String> hit = hit(Type.BASE, tokens, i, to);
                if (hit != null) {
                    int end = hit.end();
                    while (end < to
                            && (isYear(end)
                                    || hit(Type.END_OF, tokens, end, to) != null && tokens.isWord(end)
                                    || tokens.is(end, "the"))) {
                        end++;
                    }
                    use(hit.begin(), end);
                    label.types.add(Type.BASE);
                    i = end - 1;
                }
            }
        }

        private void percent(int token) {
            if (tokens.is(token, "%") || tokens.is(token, "percent") || tokens.is(token, "percentage")) {
                setScale(new Scale(lexicon.percent, BigDecimal.ONE, null, null));
            }
        }

        private void setScale(Scale scale) {
            if (label.scales.isEmpty()) {
                label.scales = List.of(scale);
                label.per = scale.per() != null ? scale.per() : label.per;
            }
        }

        /** Units in brackets, behind a comma, a colon, "in", or as all of the label. */
        private void units() {
            int begin = from;
            Hit<String> opener = hit(Type.UNITS, tokens, begin, to);
            if (opener != null && opener.end() < to && tokens.type[opener.end()] == Tokens.MARK) {
                use(begin, opener.end() + 1);
                begin = opener.end() + 1;
                if (scales(begin, to)) {
                    label.onlyUnit = true;
                    return;
                }
            }
            if (opener == null && label.types.isEmpty() && isUnit(from, to)) {
                Scale scale = scale(from, to);
                if (scale != null) {
                    setScale(scale);
                    label.onlyUnit = true;
                    use(from, to);
                    return;
                }
            }
            for (int i = from; i < to; i++) {
                if (isUsed(i)) {
                    continue;
                }
                if (isOpening(i)) {
                    int close = closing(i);
                    if (isAll(Type.PLACES, tokens, i + 1, close) && isAll(Type.PLACES, tokens, from, i)) {
                        label.types.add(Type.PLACES); // "Prefecture (city)"
                        label.whole = Type.PLACES;
                    } else if (brackets(i + 1, close)) {
                        use(i, close + 1);
                    }
                    i = close;
                } else if (tokens.is(i, ",")
                        || tokens.is(i, ":")
                        || tokens.is(i, "in")
                        || tokens.is(i, "/")
                        || tokens.is(i, "-")) {
                    int end = i + 1;
                    while (end < to && !isOpening(end) && !tokens.is(end, ",") && end - i <= LONGEST_UNIT) {
                        end++;
                    }
                    while (end > i + 1 && !(isUnit(i + 1, end) && scales(i + 1, end))) {
                        end--;
                    }
                    if (end > i + 1) {
                        use(i, end);
                        i = end - 1;
                    }
                } else {
                    percent(i);
                }
            }
        }

        private boolean isOpening(int token) {
            return tokens.is(token, "(") || tokens.is(token, "[") || tokens.is(token, "【") || tokens.is(token, "（");
        }

        private int closing(int open) {
            int close = open + 1;
            while (close < to && !tokens.is(close, ")") && !tokens.is(close, "]") && !tokens.is(close, "】")) {
                close++;
            }
            return close;
        }

        private boolean brackets(int begin, int end) {
            if (isAll(Type.STATUS, tokens, begin, end) || isAll(Type.KIND, tokens, begin, end)) {
                return false; // "2013 (plan)"
            }
            int at = begin;
            Hit<String> opener = hit(Type.UNITS, tokens, at, end);
            if (opener != null && opener.end() < end) {
                at = opener.end();
                at += tokens.type[at] == Tokens.MARK ? 1 : 0;
            }
            at += tokens.is(at, "in") ? 1 : 0;
            return scales(at, end);
        }

        /** Takes the tokens as units, several parted by marks; whether they are. */
        private boolean scales(int begin, int end) {
            Scale one = scale(begin, end);
            if (one != null) {
                setScale(one);
                return true;
            }
            List<Scale> several = new ArrayList<>();
            int start = begin;
            for (int i = begin; i <= end; i++) {
                boolean parts = i == end
                        || tokens.is(i, ",")
                        || tokens.is(i, ";")
                        || tokens.is(i, "、")
                        || tokens.is(i, "/")
                        || tokens.is(i, "and");
                if (parts) {
                    Scale scale = scale(start, i);
                    if (scale == null) {
                        return false;
                    }
                    several.add(scale);
                    start = i + 1;
                }
            }
            if (label.scales.isEmpty() && several.size() > 1) {
                label.scales = List.copyOf(several);
            }
            return true;
        }

        /** Whether the tokens can be a unit without brackets: a word for a unit or a number of them is in it. */
        private boolean isUnit(int begin, int end) {
            boolean strong = false;
            for (int i = begin; i < end; i++) {
                Hit<UnitWord> hit = lexicon.unitWords.longest(tokens, i, end);
                Hit<String> own = hit(Type.UNIT, tokens, i, end);
                strong |= hit != null
                        || own != null && own.length() == end - begin && tokens.norm[i].charAt(0) > '\u2E80'
                        || tokens.isNumber(i) && end - begin > 1 && !isYear(i);
            }
            return strong;
        }

        /** The unit that all of the tokens are, null if they are none. */
        private @Nullable Scale scale(int begin, int end) {
            if (begin >= end || end - begin > LONGEST_UNIT) {
                return null;
            }
            BigDecimal factor = BigDecimal.ONE;
            BigDecimal inUnit = BigDecimal.ONE;
            Unit unit = null;
            Noun noun = null;
            PerUnit per = null;
            boolean number = false;
            int i = begin;
            while (i < end) {
                Hit<NumberWord> phrase = lexicon.numberPhrases.longest(tokens, i, end);
                Hit<UnitWord> word = lexicon.unitWords.longest(tokens, i, end);
                Hit<String> own = hit(Type.UNIT, tokens, i, end);
                NumberWord single = tokens.isWord(i) ? lexicon.numberWords.get(Lemma.of(tokens.norm[i])) : null;
                Hit<Noun> counted = lexicon.nouns.longest(tokens, i, end);
                if (unit == null && word != null && (own == null || own.length() <= word.length())) {
                    unit = word.value().unit();
                    inUnit = word.value().factor();
                    i = word.end();
                } else if (tokens.isNumber(i)) {
                    BigDecimal read = DigitString.read(tokens.norm[i]).value();
                    boolean group = number && tokens.isNumber(i - 1) && tokens.norm[i].length() == 3;
                    factor = group ? factor.multiply(THOUSAND).add(read) : factor.multiply(read);
                    number = true;
                    i++;
                } else if (phrase != null) {
                    factor = factor.multiply(phrase.value().value());
                    number = true;
                    i = phrase.end();
                } else if (single != null
                        && (single.kind() == NumberWord.Kind.MAGNITUDE || single.kind() == NumberWord.Kind.UNIT)) {
                    factor = factor.multiply(single.value());
                    number = true;
                    i++;
                } else if (unit != null && (tokens.is(i, "/") || tokens.is(i, "per") || tokens.is(i, "each"))) {
                    per = per(i + 1, end);
                    if (per == null) {
                        return null;
                    }
                    i = end;
                } else if (unit == null && own != null) {
                    String[] value = own.value().split(" ");
                    unit = lexicon.units.unit(value[0]);
                    inUnit = new BigDecimal(value[1]);
                    i = own.end();
                } else if (unit == null && counted != null) {
                    noun = counted.value();
                    unit = noun.unit();
                    i = counted.end();
                } else if (i > begin && tokens.is(i, "of") || tokens.is(i, "rmb") || tokens.is(i, ".") && i > begin) {
                    i++;
                } else {
                    return null;
                }
            }
            boolean magnitude = factor.signum() > 0
                    && factor.stripTrailingZeros().unscaledValue().equals(BigInteger.ONE)
                    && factor.compareTo(BigDecimal.ONE) >= 0;
            return unit == null && !number || !magnitude ? null : new Scale(unit, factor.multiply(inUnit), per, noun);
        }

        private @Nullable PerUnit per(int begin, int end) {
            if (tokens.is(begin, "capita") || tokens.is(begin, "head")) {
                return PerUnit.PERSON;
            }
            Hit<UnitWord> word = lexicon.unitWords.longest(tokens, begin, end);
            if (word != null && word.end() == end) {
                return switch (word.value().unit().code()) {
                    case "mu" -> PerUnit.MU;
                    case "m2" -> PerUnit.M2;
                    case "year" -> PerUnit.YEAR;
                    default -> PerUnit.OTHER;
                };
            }
            Hit<Noun> counted = lexicon.nouns.longest(tokens, begin, end);
            if (counted == null || counted.end() != end) {
                return null;
            }
            if (counted.value().unit().is("person")) {
                return PerUnit.PERSON;
            }
            return switch (counted.value().measure()) {
                case HOUSEHOLDS -> PerUnit.HOUSEHOLD;
                case VILLAGES -> PerUnit.VILLAGE;
                case TOWNS -> PerUnit.TOWN;
                case COUNTIES -> PerUnit.COUNTY;
                case PROJECTS -> PerUnit.PROJECT;
                case LOAN_COUNT -> PerUnit.LOAN;
                default -> PerUnit.OTHER;
            };
        }

        private boolean isYear(int token) {
            if (token < from || token >= to || !tokens.isNumber(token) || !DigitString.isYear(tokens.norm[token])) {
                return false;
            }
            int year = Integer.parseInt(tokens.norm[token]);
            return year >= FIRST_YEAR && year <= LAST_YEAR;
        }

        private void periods() {
            for (int i = from; i < to; i++) {
                if (isUsed(i)) {
                    continue;
                }
                Hit<String> end = hit(Type.END_OF, tokens, i, to);
                if (end != null && isTime(end.end())) {
                    label.end = true;
                    use(i, end.end());
                    i = end.end() - 1;
                    continue;
                }
                Hit<String> months = hit(Type.MONTHS, tokens, i, to);
                Hit<String> years = hit(Type.YEAR_OF, tokens, i, to);
                if (months != null) {
                    String[] ends = months.value().split("-");
                    label.firstMonth = Integer.parseInt(ends[0]);
                    label.lastMonth = Integer.parseInt(ends[1]);
                    use(i, months.end());
                    i = months.end() - 1;
                } else if (years != null) {
                    label.period = Period.ofYear(sentence.article.year() + Integer.parseInt(years.value()));
                    use(i, years.end());
                    i = years.end() - 1;
                } else if (isMonth(i)) {
                    i = months(i) - 1;
                } else if (isYear(i) && label.period == null) {
                    i = years(i) - 1;
                }
            }
            if (label.period != null
                    && label.period.start().getYear() == label.period.end().getYear()) {
                label.period = within(label.period.start().getYear(), label);
                label.firstMonth = 0;
            }
        }

        private boolean isTime(int at) {
            int token = tokens.is(at, "the") || tokens.is(at, "-") ? at + 1 : at;
            return isYear(token) || isMonth(token) || hit(Type.YEAR_OF, tokens, token, to) != null;
        }

        /** @return the token behind the years */
        private int years(int at) {
            int first = Integer.parseInt(tokens.norm[at]);
            boolean range =
                    (tokens.is(at + 1, "-") || tokens.is(at + 1, "to") || tokens.is(at + 1, "/")) && isYear(at + 2);
            int last = range ? Integer.parseInt(tokens.norm[at + 2]) : first;
            int end = range && last > first ? at + 3 : at + 1;
            label.period = last > first ? Period.ofYears(first, last) : Period.ofYear(first);
            end += tokens.is(end, "年") ? 1 : 0;
            use(at, end);
            if (isOpening(at - 1) && at > from && (tokens.is(end, ")") || tokens.is(end, "]"))) {
                use(at - 1, end + 1);
            }
            return end;
        }

        /** @return the token behind the months */
        private int months(int at) {
            String word = tokens.norm[at];
            int hyphen = word.indexOf('-');
            label.firstMonth = month(hyphen < 0 ? word : word.substring(0, hyphen));
            label.lastMonth = hyphen < 0 ? label.firstMonth : month(word.substring(hyphen + 1));
            int end = skipDot(at + 1);
            if (tokens.isNumber(end) && end < to && tokens.norm[end].length() <= 2) {
                end++; // a day: the month is exact enough, unless it is the last one
                label.end |= tokens.is(end - 1, "31") || tokens.is(end - 1, "30");
            }
            boolean range = tokens.is(end, "-") || tokens.is(end, "to") || tokens.is(end, "/");
            if (range && end + 1 < to && month(tokens.norm[end + 1]) > 0) {
                label.lastMonth = month(tokens.norm[end + 1]);
                end = skipDot(end + 2);
            }
            while (end < to && (tokens.is(end, ",") || tokens.is(end, "of")) && isYear(end + 1)) {
                end++;
            }
            use(at, end);
            return end;
        }

        private int skipDot(int at) {
            return tokens.is(at, ".") && at < to ? at + 1 : at;
        }

        /** "June", "Jan-Jun". */
        private boolean isMonth(int at) {
            if (at >= to || !tokens.isCapitalised(at)) {
                return false;
            }
            String word = tokens.norm[at];
            int hyphen = word.indexOf('-');
            return hyphen < 0
                    ? month(word) > 0
                    : month(word.substring(0, hyphen)) > 0 && month(word.substring(hyphen + 1)) > 0;
        }

        /** The month that the word is, 0 if it is none. */
        private int month(String word) {
            Tokens part = Tokens.of(word, 0);
            List<Hit<Cue>> hits = new ArrayList<>(1);
            lexicon.cues.all(part, 0, hits);
            for (Hit<Cue> hit : hits) {
                if (hit.value().type() == CueType.MONTH && hit.end() == part.count) {
                    return Integer.parseInt(hit.value().value());
                }
            }
            return 0;
        }

        private void types() {
            if (from < to && hit(Type.OF_WHICH, tokens, from, to) != null) {
                Hit<String> hit = hit(Type.OF_WHICH, tokens, from, to);
                label.types.add(Type.OF_WHICH);
                int end = hit.end() + (tokens.is(hit.end(), ":") || tokens.is(hit.end(), ",") ? 1 : 0);
                use(from, end);
            }
            int first = from;
            while (first < to && (isUsed(first) || tokens.type[first] == Tokens.MARK)) {
                first++;
            }
            for (Type type : new Type[] {Type.SUBTOTAL, Type.TOTAL, Type.WHOLE, Type.NUMBER_OF, Type.AVERAGE}) {
                Hit<String> hit = hit(type, tokens, first, to);
                if (hit != null && label.whole != Type.SERIAL && (type != Type.AVERAGE || isRestUsed(hit.end()))) {
                    label.types.add(type);
                    label.numberOf |= type == Type.NUMBER_OF;
                    use(hit.begin(), hit.end());
                    if (type == Type.NUMBER_OF && (tokens.is(hit.end(), "of") || tokens.is(hit.end(), "."))) {
                        use(hit.end(), hit.end() + 1);
                    }
                    first = hit.end();
                }
            }
            lastIsTotal();
            lastIsStandard();
            for (int i = from; i < to; i++) {
                Hit<String> hit = isUsed(i) ? null : hit(Type.STATUS, tokens, i, to);
                if (hit != null
                        && !isNamed(hit)
                        && (label.status == null || hit.value().equals("planned"))) {
                    label.status = Coded.of(Status.class, hit.value());
                    int begin = isOpening(i - 1) && i > from ? i - 1 : i;
                    int end = hit.end() + (begin < i && tokens.is(hit.end(), ")") ? 1 : 0);
                    use(begin, end);
                    i = hit.end() - 1;
                }
            }
            if (label.kind == Kind.COMPLETION) {
                label.status = null;
            }
        }

        /** "Rain Plan": the name of a programme. */
        private boolean isNamed(Hit<String> hit) {
            boolean plan = tokens.is(hit.begin(), "plan") || tokens.is(hit.begin(), "plans");
            return plan
                    && hit.begin() > from
                    && tokens.isCapitalised(hit.begin())
                    && tokens.isCapitalised(hit.begin() - 1)
                    && !isUsed(hit.begin() - 1);
        }

        private boolean isRestUsed(int at) {
            for (int i = at; i < to; i++) {
                if (!isUsed(i) && tokens.isWord(i)) {
                    return false;
                }
            }
            return true;
        }

        /** "Standard", "Subsidy standard (yuan per person)"; but "villages up to standard" reached one. */
        private void lastIsStandard() {
            int last = to - 1;
            while (last > from && isUsed(last)) {
                last--;
            }
            if (isAll(Type.STANDARD, tokens, last, last + 1) && !tokens.is(last - 1, "to")) {
                label.status = Status.STANDARD;
                if (last == from) {
                    use(from, from + 1);
                }
            }
        }

        /** "Funds in total", "Funds, total". */
        private void lastIsTotal() {
            int last = to - 1;
            while (last > from && isUsed(last)) {
                last--;
            }
            for (int length = 2; length >= 1; length--) {
                int begin = last + 1 - length;
                if (begin > from && isAll(Type.TOTAL, tokens, begin, last + 1)) {
                    label.types.add(Type.TOTAL);
                    use(begin, last + 1);
                    return;
                }
            }
        }

        /** "Mean of all counties", "Village average": the average of the rows or columns, not that of a thing it names. */
        private void average() {
            for (int i = from; i < to; i++) {
                Hit<String> hit = hit(Type.AVERAGE, tokens, i, to);
                if (hit != null && isOfRows(from, i) && isOfRows(hit.end(), to)) {
                    label.types.add(Type.AVERAGE);
                    use(hit.begin(), hit.end());
                    return;
                }
            }
        }

        /** Whether the tokens name nothing but places of one kind. */
        private boolean isOfRows(int begin, int end) {
            for (int i = begin; i < end; i++) {
                boolean said = isUsed(i)
                        || !tokens.isWord(i) && !tokens.isNumber(i)
                        || sentence.cueAt(CueType.FUNCTION, i)
                        || sentence.cueAt(CueType.PER, i)
                        || hit(Type.FILLER, tokens, i, end) != null
                        || hit(Type.WHOLE, tokens, i, end) != null
                        || hit(Type.PLACES, tokens, i, end) != null
                        || tokens.is(i, "all")
                        || tokens.is(i, "each")
                        || tokens.is(i, "villages")
                        || tokens.isNumber(i);
                if (!said) {
                    return false;
                }
            }
            return true;
        }

        private void topics() {
            Hit<Topic> money = null;
            for (int i = from; i < to; i++) {
                if (isUsed(i)) {
                    continue;
                }
                Hit<Topic> hit = lexicon.topics.longest(tokens, i, to);
                if (hit == null) {
                    continue;
                }
                boolean verb = hit.value().measure() == Measure.FUNDS && tokens.norm[hit.end() - 1].endsWith("ed");
                if (hit.value().dimension() == Dimension.MONEY && !label.numberOf && !verb) {
                    money = money == null || MeasurePass.rank(hit) >= MeasurePass.rank(money) ? hit : money;
                } else if (hit.value().dimension() == Dimension.PERCENT && label.rate == null) {
                    label.rate = hit.value().measure();
                    label.topic = phrase(hit);
                }
                i = hit.end() - 1;
            }
            nouns(money);
            if (money != null && (label.noun == null || !isCountedUnit())) {
                label.money = money.value().measure();
                label.topic = phrase(money);
            }
            for (int i = from; i < to; i++) {
                Hit<Cue> hit = sentence.cueBeginningAt(CueType.PER, i);
                if (hit != null && hit.end() <= to && !tokens.is(i, "a") && label.per == null) {
                    label.per = Coded.of(PerUnit.class, hit.value().value());
                }
            }
        }

        /** The words with those before them that modify them. */
        private String phrase(Hit<?> head) {
            int begin = head.begin();
            while (begin > from && head.begin() - begin < LONGEST_PHRASE && modifies(begin - 1)) {
                begin--;
            }
            return tokens.raw(begin, head.end());
        }

        private boolean modifies(int token) {
            boolean per = tokens.is(token, "per") || tokens.is(token, "capita");
            boolean other = isUsed(token)
                    || sentence.cueAt(CueType.FUNCTION, token)
                    || sentence.cueAt(CueType.VERB, token) && !tokens.norm[token].endsWith("ed");
            return tokens.isWord(token) && (per || !other);
        }

        /** Whether its own unit is one of things that are counted, whatever words for money it has: "Loans (number)". */
        private boolean isCountedUnit() {
            return !label.scales.isEmpty()
                    && label.scales.stream()
                            .allMatch(scale -> scale.unit() != null
                                    && (scale.unit().dimension() == Dimension.COUNT
                                            || scale.unit().dimension() == Dimension.PEOPLE
                                            || scale.unit().dimension() == Dimension.HOUSEHOLDS));
        }

        /** The head of the noun phrase: the last known noun before a preposition. */
        private void nouns(@Nullable Hit<Topic> money) {
            Hit<Noun> head = null;
            for (int i = from; i < to; i++) {
                if (isUsed(i)) {
                    continue;
                }
                Hit<Noun> hit = lexicon.nouns.longest(tokens, i, to);
                if (hit != null) {
                    head = hit;
                    i = hit.end() - 1;
                } else if (head != null && sentence.cueAt(CueType.FUNCTION, i) && !tokens.is(i, "and")) {
                    break;
                }
            }
            boolean ofMoney = money != null && !isCountedUnit();
            if (head == null || ofMoney) {
                return;
            }
            boolean plural = Lemma.isPlural(tokens.norm[head.end() - 1])
                    || head.value().unit().dimension() != Dimension.COUNT
                    || label.numberOf;
            if (!plural && (head.value().measure() == Measure.OTHER || isNounLike(head.end()))) {
                return; // "Road construction", "Industry": nothing is counted
            }
            if (!label.scales.isEmpty() && label.scales.stream().allMatch(Scale::isMoney)) {
                return; // "Goods (million yuan)": their worth
            }
            label.plural = plural;
            label.noun = head.value();
            label.topic = phrase(head);
        }

        /** Whether a word follows that is the head in the place of the noun before it. */
        private boolean isNounLike(int at) {
            return at < to
                    && tokens.isWord(at)
                    && !isUsed(at)
                    && !sentence.cueAt(CueType.FUNCTION, at)
                    && !sentence.cueAt(CueType.VERB, at)
                    && !tokens.norm[at].endsWith("ed");
        }

        /** What is done with people or things, and whether they are the poor as they are counted. */
        private void contexts() {
            for (int i = from; i < to; i++) {
                Hit<Lexicon.Context> hit = lexicon.contexts.longest(tokens, i, to);
                if (hit != null) {
                    label.contexts.add(hit.value());
                }
            }
            label.poor = sentence.hasCue(CueType.POOR, from, to) && !sentence.isHelped(from, to);
        }

        private void payer() {
            int end = from;
            while (end < to && !tokens.is(end, "for") && !tokens.is(end, "to")) {
                end++; // what follows receives
            }
            Payer best = null;
            for (Payer payer : sentence.payers().in(from, end)) {
                if (!payer.isAgent() && (best == null || payer.rank() < best.rank())) {
                    best = payer;
                }
            }
            if (best != null) {
                label.payer = best.source();
                return;
            }
            int first = from;
            while (first < to && isUsed(first)) {
                first++;
            }
            Hit<String> bare = hit(Type.PAYER, tokens, first, to);
            if (bare != null && (bare.end() == to || label.money != null || isRestUsed(bare.end()))) {
                label.payer = Coded.of(FundingSource.class, bare.value());
            }
        }

        /** The name of a place, and nothing else but a mark. */
        private void place() {
            int begin = from;
            int end = to;
            while (end > begin
                    && (isUsed(end - 1) || tokens.type[end - 1] == Tokens.MARK && !tokens.is(end - 1, ")"))) {
                end--;
            }
            while (begin < end && (isUsed(begin) || tokens.type[begin] == Tokens.MARK)) {
                begin++;
            }
            if (begin >= end || !tokens.isCapitalised(begin)) {
                return;
            }
            Hit<String> known = lexicon.places(sentence.article).longest(tokens, begin, end);
            boolean kind = end - begin > 1
                    && end - begin <= 6
                    && tokens.isCapitalised(end - 1)
                    && isPlaceKind(end - 1)
                    && !sentence.cueAt(CueType.FUNCTION, begin);
            for (int i = begin; kind && i < end; i++) {
                kind = tokens.isCapitalised(i) || tokens.is(i, "-") || tokens.is(i, "'");
            }
            if (known != null && (known.end() == end || kind)
                    || kind && lexicon.nouns.longest(tokens, begin, end - 1) == null) {
                String own = sentence.article.region();
                boolean province = known != null
                        && known.end() == end
                        && known.value().equals(own)
                        && lexicon.isRegionName(tokens.raw(begin, end));
                label.place = province ? own : tokens.raw(begin, end);
                label.noun = null; // "Huining County" counts no counties
            }
        }

        private boolean isPlaceKind(int token) {
            return sentence.cueAt(CueType.PLACE_KIND, token)
                    || tokens.is(token, "province")
                    || tokens.is(token, "region")
                    || tokens.is(token, "municipality")
                    || tokens.is(token, "sumu");
        }

        /** What is left: from the first to the last word that nothing else was made of. */
        private void item() {
            int begin = from;
            int end = to;
            while (begin < end && !isItemWord(begin)) {
                begin++;
            }
            while (end > begin && !isItemWord(end - 1)) {
                end--;
            }
            boolean filler = begin < end;
            for (int i = begin; i < end && filler; i++) {
                filler = !isItemWord(i) || hit(Type.FILLER, tokens, i, i + 1) != null;
            }
            while (begin < end && (tokens.is(begin, "of") || tokens.is(begin, "in"))) {
                begin++;
            }
            label.item = filler ? "" : tokens.raw(begin, end).strip();
            if (label.onlyUnit) {
                label.item = "";
            }
        }

        private boolean isItemWord(int token) {
            return !isUsed(token) && tokens.type[token] != Tokens.MARK;
        }
    }

    /** The part of a year that a label says. */
    static Period within(int year, TableLabel label) {
        Period period = Period.ofYear(year);
        if (label.firstMonth > 0) {
            try {
                Period first = Period.ofMonth(YearMonth.of(year, label.firstMonth));
                Period last = Period.ofMonth(YearMonth.of(year, Math.max(label.firstMonth, label.lastMonth)));
                boolean whole = label.firstMonth == 1 && label.lastMonth == 12;
                period = whole ? period : first.equals(last) ? first : Period.between(first, last);
            } catch (DateTimeException e) {
                return period; // a month that there is not: the year is certain
            }
        }
        return label.end ? Period.ofDay(LocalDate.from(period.end())) : period;
    }
}
