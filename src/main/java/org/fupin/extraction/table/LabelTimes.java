package org.fupin.extraction.table;

import java.time.YearMonth;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Period;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/** Reads the time of a label: years, months, parts of a year, and whether the last day of them counts. */
final class LabelTimes {

    private static final int YEAR = 4;
    private static final int MONTHS = 12;
    /** A day from here on is the last one of its month. */
    private static final int LAST_DAYS = 28;

    private final LabelText text;
    private final Tokens tokens;
    private @Nullable Period period;
    private int firstMonth;
    private int lastMonth;
    private boolean end;

    LabelTimes(LabelText text) {
        this.text = text;
        this.tokens = text.tokens;
    }

    LabelTime read() {
        int at = text.from;
        while (at < text.to) {
            at = text.isUsed(at) ? at + 1 : Math.max(at + 1, time(at));
        }
        LabelTime part = new LabelTime(null, firstMonth, lastMonth, end);
        return period == null ? part : LabelTime.of(period).under(part);
    }

    /** @return the token behind the time that begins here, the token itself if none does */
    private int time(int at) {
        SentenceContext sentence = text.sentence;
        Hit<String> last = text.hit(Type.END_OF, at);
        Hit<String> months = text.hit(Type.MONTHS, at);
        Hit<String> near = text.hit(Type.YEAR_OF, at);
        Hit<Cue> month = tokens.isCapitalised(at) ? sentence.cueBeginningAt(CueType.MONTH, at) : null;
        if (last != null && isTime(last.end())) {
            end = true;
            return used(at, last.end());
        }
        if (months != null) {
            String[] ends = months.value().split("-");
            firstMonth = Integer.parseInt(ends[0]);
            lastMonth = Integer.parseInt(ends[1]);
            return used(at, months.end());
        }
        if (near != null) {
            period = Period.ofYear(sentence.article.year() + Integer.parseInt(near.value()));
            return used(at, near.end());
        }
        if (month != null) {
            lastMonth = Integer.parseInt(month.value().value());
            firstMonth = firstMonth == 0 ? lastMonth : Math.min(firstMonth, lastMonth);
            return used(at, day(month.end()));
        }
        return period == null ? years(at) : at;
    }

    private int used(int from, int to) {
        text.use(from, to);
        return to;
    }

    private boolean isTime(int at) {
        int token = text.is(Type.FILLER, at) || text.isMark(at) ? at + 1 : at;
        return text.isYear(token) || text.sentence.cueAt(CueType.MONTH, token) || text.hit(Type.YEAR_OF, token) != null;
    }

    /** Behind the day of a month: the month is exact enough, unless it is the last one. */
    private int day(int at) {
        int token = tokens.is(at, ".") ? at + 1 : at;
        if (token >= text.to || !tokens.isNumber(token) || tokens.norm[token].length() > 2) {
            return at;
        }
        end |= Integer.parseInt(tokens.norm[token]) >= LAST_DAYS;
        return token + 1;
    }

    /** "2011", "2006-2010", "2012-05", "2012.05". */
    private int years(int at) {
        String written = tokens.norm[at];
        if (tokens.isNumber(at) && written.indexOf('.') == YEAR && DigitString.isYear(written.substring(0, YEAR))) {
            return months(written.substring(0, YEAR), written.substring(YEAR + 1)) ? used(at, at + 1) : at;
        }
        if (!text.isYear(at)) {
            return at;
        }
        int to = at + 1;
        int year = Integer.parseInt(written);
        period = Period.ofYear(year);
        if (text.is(Type.RANGE, at + 1) && text.isYear(at + 2)) {
            int last = Integer.parseInt(tokens.norm[at + 2]);
            period = last > year ? Period.ofYears(year, last) : period;
            to = at + 3;
        } else if (text.is(Type.RANGE, at + 1) && tokens.isNumber(at + 2) && months(written, tokens.norm[at + 2])) {
            to = at + 3;
        }
        return used(at, to);
    }

    private boolean months(String year, String month) {
        boolean is = month.length() <= 2 && month.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = is && !month.isEmpty() ? Integer.parseInt(month) : 0;
        if (number < 1 || number > MONTHS) {
            return false;
        }
        period = Period.ofMonth(YearMonth.of(Integer.parseInt(year), number));
        return true;
    }
}
