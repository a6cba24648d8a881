package org.fupin.extraction.sentence;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Payers.Payer;
import org.fupin.extraction.structure.Layout;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.PayerWords;
import org.fupin.extraction.text.PayerWords.Level;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.FundingSource;
import org.fupin.reference.Language.PayerLevel.Form;
import org.fupin.reference.Language.PayerNoun.Role;
import org.fupin.reference.Language.PayerWord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a phrase that names a payer. Governments are composed: levels ("central and provincial", "the county's", "Hunan")
 * with the nouns before or behind them ("special funds", "treasury of"); several levels of government make public money with
 * no level.
 */
final class PayerPhrases {

    private static final List<FundingSource> ALL_LEVELS =
            List.of(FundingSource.CENTRAL, FundingSource.PROVINCIAL, FundingSource.LOCAL);

    /** Most levels named together: what goes on for longer is no text. */
    private static final int MOST_LEVELS = 8;

    /** Most words between a level and its noun: "special poverty alleviation and development". */
    private static final int MODIFIERS = 6;

    /** Levels named together. */
    private record Levels(List<FundingSource> sources, Level last, boolean isPossessive, int end) {

        boolean isPlace() {
            return last.form() == Form.PLACE || last.form() == Form.NAME;
        }
    }

    /** What stands behind a level. */
    private record Tail(@Nullable Role head, boolean isPublic, boolean isMatching, int end) {

        boolean isOffice() {
            return head == Role.OFFICE || head == Role.LEVEL;
        }
    }

    /** Joins levels, where "while" would part them. */
    private static final String AND = "and";

    private final Layout layout;
    private final Tokens tokens;
    private final PayerWords words;

    PayerPhrases(Layout layout, PayerWords words) {
        this.layout = layout;
        this.tokens = layout.tokens;
        this.words = words;
    }

    /** The payer that begins at the token, with those that it stands beside; null if none does. */
    @Nullable
    Payer beginningAt(int at) {
        Payer payer = single(at);
        return payer == null ? null : joined(payer);
    }

    private @Nullable Payer single(int at) {
        Payer composed = composed(at);
        Hit<PayerWords.Payer> word = words.words().longest(tokens, at, tokens.count);
        if (word == null || composed != null && composed.end() > word.end()) {
            return composed;
        }
        PayerWord.Role role = word.value().role();
        return new Payer(
                word.value().source(),
                List.of(word.value().source()),
                role != PayerWord.Role.MONEY,
                role == PayerWord.Role.AGENT,
                at,
                word.end());
    }

    private @Nullable Payer composed(int at) {
        Levels levels = levels(at);
        if (levels != null) {
            return ofLevels(at, levels);
        }
        if (role(at, Role.ORIGIN) > 0) {
            return from(at);
        }
        return ofPublicMoney(at);
    }

    /** "central and provincial special funds", "the county's finance", "Hunan provincial government". */
    private @Nullable Payer ofLevels(int at, Levels levels) {
        Tail tail = tail(levels.end());
        boolean fits = tail.isOffice() || tail.isPublic() || tail.isMatching();
        boolean nounOfPlace = levels.isPossessive() || levels.last().form() == Form.NAME;
        fits |= tail.head() == Role.MONEY && !(levels.isPlace() && nounOfPlace);
        if (fits) {
            return payer(levels.sources(), tail.isOffice(), false, at, tail.end());
        }
        boolean places = levels.sources().size() > 1 && levels.isPlace();
        boolean partner = levels.last().form() == Form.NAME && levels.sources().contains(FundingSource.COUNTERPART);
        return places || partner ? payer(levels.sources(), true, true, at, levels.end()) : null;
    }

    /** "from the province", "from cities and counties". */
    private @Nullable Payer from(int at) {
        int begin = behindDeterminers(at + 1);
        Levels levels = levels(begin);
        if (levels == null) {
            return null;
        }
        Payer payer = ofLevels(begin, levels);
        if (payer != null) {
            return new Payer(payer.source(), payer.levels(), payer.isOffice(), false, begin, payer.end());
        }
        boolean alone = levels.isPlace() && !levels.isPossessive() && !isNounBehind(levels.end());
        return alone ? payer(levels.sources(), true, false, begin, levels.end()) : null;
    }

    /** "from the county seat": the level only tells what follows apart. */
    private boolean isNounBehind(int at) {
        return tokens.isWord(at)
                && !layout.cueAt(CueType.FUNCTION, at)
                && !layout.cueAt(CueType.VERB, at)
                && !layout.cueAt(CueType.CONJUNCTION, at);
    }

    /** "special poverty-relief funds", "governments at all levels", "the treasury of the province". */
    private @Nullable Payer ofPublicMoney(int at) {
        Tail tail = tail(at);
        if (tail.end() == at) {
            return null;
        }
        int all = role(tail.end(), Role.ALL);
        if (all > 0) {
            return tail.isOffice()
                    ? new Payer(FundingSource.FISCAL, ALL_LEVELS, true, false, at, tail.end() + all)
                    : null;
        }
        if (tail.head() != null && layout.cueAt(CueType.OF, tail.end())) {
            Levels levels = levels(behindDeterminers(tail.end() + 1));
            boolean own = tail.isOffice()
                    || tail.isMatching()
                    || levels != null && levels.last().form() == Form.NAME;
            if (levels != null && own) {
                Tail office = tail(levels.end());
                int end = office.isOffice() ? office.end() : levels.end();
                return payer(levels.sources(), tail.isOffice(), false, at, end);
            }
        }
        boolean isPublic = tail.isPublic() && tail.head() != null && tail.head() != Role.LEVEL;
        return isPublic
                ? new Payer(FundingSource.FISCAL, List.of(FundingSource.FISCAL), tail.isOffice(), false, at, tail.end())
                : null;
    }

    private static Payer payer(List<FundingSource> levels, boolean office, boolean agent, int begin, int end) {
        boolean several = levels.stream().distinct().count() > 1 && Payers.GOVERNMENT.containsAll(levels);
        FundingSource source = several
                ? FundingSource.FISCAL
                : Payers.STRONGEST_FIRST.stream()
                        .filter(levels::contains)
                        .findFirst()
                        .orElseThrow();
        return new Payer(source, List.copyOf(levels), office, agent, begin, end);
    }

    /** Levels that stand beside each other: "provincial, city and county", "prefectures (cities) and counties". */
    private @Nullable Levels levels(int at) {
        Hit<Level> level = words.levels().longest(tokens, at, tokens.count);
        if (level == null) {
            return null;
        }
        List<FundingSource> sources = new ArrayList<>(List.of(level.value().source()));
        Hit<Level> last = level;
        for (Hit<Level> next = next(last); next != null && sources.size() < MOST_LEVELS; next = next(last)) {
            boolean sameLevel = next.begin() == last.end();
            if (!sameLevel) { // "Hunan provincial", "counties (cities)" are one level
                sources.add(next.value().source());
            }
            last = new Hit<>(sameLevel ? last.value() : next.value(), last.begin(), next.end());
        }
        return new Levels(sources, last.value(), isPossessive(last.end()), behindApostrophe(last.end()));
    }

    private @Nullable Hit<Level> next(Hit<Level> last) {
        int at = last.end();
        if (last.value().form() == Form.NAME) {
            Hit<Level> own = words.levels().longest(tokens, at, tokens.count);
            if (own != null && own.value().form() != Form.NAME) {
                return own;
            }
        }
        if (tokens.is(at, "(")) {
            int close = layout.closing(at);
            Hit<Level> inside = words.levels().longest(tokens, at + 1, tokens.count);
            boolean only = inside != null && close - inside.end() <= MODIFIERS && close <= tokens.count;
            return only ? new Hit<>(inside.value(), at, close) : null;
        }
        int joint = behindJoint(at);
        // a determiner behind a mere comma begins another phrase
        int from = joint > at && tokens.is(joint - 1, AND) ? behindDeterminers(joint) : joint;
        Hit<Level> joined = from == at ? null : words.levels().longest(tokens, from, tokens.count);
        // "moved to Chuxiong City, and Shanghai's funds": the owner of other money
        boolean owner = joined != null
                && joined.value().form() == Form.NAME
                && last.value().form() == Form.PLACE
                && isPossessive(joined.end());
        return owner ? null : joined;
    }

    private boolean isPossessive(int end) {
        return behindApostrophe(end) > end || tokens.norm[end - 1].endsWith("'s");
    }

    private int behindJoint(int at) {
        int next = tokens.is(at, ",") || tokens.is(at, "/") ? at + 1 : at;
        return tokens.is(next, AND) ? next + 1 : next;
    }

    private int behindDeterminers(int at) {
        int next = at;
        for (int length = role(next, Role.DETERMINER); length > 0; length = role(next, Role.DETERMINER)) {
            next += length;
        }
        return next;
    }

    /** The words behind a level up to the last that makes a payer of it. */
    private Tail tail(int at) {
        Role head = null;
        boolean isPublic = false;
        boolean matching = false;
        int end = at;
        int next = at;
        for (int steps = 0; steps < MODIFIERS && next < tokens.count; steps++) {
            Hit<Role> noun = words.nouns().longest(tokens, next, tokens.count);
            Role role = noun == null ? null : noun.value();
            if (role == Role.MODIFIER) {
                next = noun.end();
            } else if (role == Role.OFFICE || role == Role.MONEY || role == Role.LEVEL) {
                head = role == Role.MONEY && head == Role.OFFICE ? head : role;
                next = behindApostrophe(noun.end());
                end = next;
            } else if (role == Role.PUBLIC || role == Role.MATCHING) {
                isPublic |= role == Role.PUBLIC;
                matching |= role == Role.MATCHING;
                next = noun.end();
                end = next;
            } else if (next > at && tokens.is(next, AND) && role(next + 1, Role.MODIFIER) > 0) {
                next++; // "poverty alleviation and development funds"
            } else {
                break;
            }
        }
        return new Tail(head, isPublic, matching, end);
    }

    private int behindApostrophe(int at) {
        return tokens.is(at, "'") ? at + 1 : at;
    }

    /** How many tokens a word of the role has that begins here, 0 if none does. */
    private int role(int at, Role role) {
        Hit<Role> hit = at < tokens.count ? words.nouns().longest(tokens, at, tokens.count) : null;
        return hit != null && hit.value() == role ? hit.length() : 0;
    }

    /** "the central government and the province": one payer of two levels, unless the second begins a clause of its own. */
    private Payer joined(Payer first) {
        Payer whole = first;
        for (int i = 0; i < MOST_LEVELS && whole.isGovernment() && whole.isOffice(); i++) {
            int joint = behindJoint(whole.end());
            int from = behindDeterminers(joint);
            Levels levels = joint > whole.end() && from < tokens.count ? levels(from) : null;
            if (levels == null) {
                return whole;
            }
            Payer next = ofLevels(from, levels);
            int end = next == null ? levels.end() : next.end();
            boolean office = next == null ? levels.isPlace() && !isNounBehind(end) : next.isOffice();
            if (!office || layout.cueAt(CueType.VERB, end) && !opensClause(first.begin())) {
                return whole;
            }
            List<FundingSource> sources = new ArrayList<>(whole.levels());
            sources.addAll(levels.sources());
            whole = payer(sources, true, false, first.begin(), end);
        }
        return whole;
    }

    private boolean opensClause(int at) {
        for (int i = layout.clauseStart(at); i < at; i++) {
            if (layout.cueAt(CueType.VERB, i) || layout.cueAt(CueType.AUXILIARY, i)) {
                return false;
            }
        }
        return true;
    }
}
