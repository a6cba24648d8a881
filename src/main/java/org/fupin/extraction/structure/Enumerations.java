package org.fupin.extraction.structure;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.extraction.structure.Enumeration.Item;
import org.fupin.extraction.structure.Enumeration.Opener;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Finds the enumerations of a sentence, the items of each and the shares that are told of their amounts. */
final class Enumerations {

    /** Most items of one enumeration: what goes on for longer is a table. */
    private static final int MOST_ITEMS = 40;

    /** Most figures that are looked through for the items of one enumeration. */
    private static final int MOST_FIGURES = 30;

    /** Longest item, in tokens: where nothing parts two amounts for longer, they are not listed. */
    private static final int LONGEST_ITEM = 40;

    /** Most tokens from the word for a share to its percentage: "accounting for more than". */
    private static final int SHARE = 3;

    /** Most tokens before the amount that opens the first of several like clauses: "In 2012, a total of". */
    private static final int OPENING = 8;

    private final Layout layout;
    private final Tokens tokens;
    private final List<? extends Figure> figures;
    private final List<Clause> clauses;
    private final List<Enumeration> found = new ArrayList<>();
    /** The figures of the enumerations that were found. */
    private final Map<Figure, Enumeration> listed = new IdentityHashMap<>();

    private Enumerations(Layout layout, List<? extends Figure> figures, List<Clause> clauses) {
        this.layout = layout;
        this.tokens = layout.tokens;
        this.figures = figures;
        this.clauses = clauses;
    }

    static List<Enumeration> of(Layout layout, List<? extends Figure> figures, List<Clause> clauses) {
        Enumerations enumerations = new Enumerations(layout, figures, clauses);
        enumerations.find();
        return List.copyOf(enumerations.found);
    }

    private void find() {
        for (Hit<Cue> opener : layout.cues(CueType.PART)) {
            opened(Opener.PARTS, opener.begin(), opener.end());
        }
        for (int i = 1; i < tokens.count; i++) {
            if (tokens.is(i, ":") && layout.depth[i] == 0 && !tokens.isNumber(i - 1)) {
                opened(Opener.COLON, i, i + 1);
            } else if (tokens.is(i, "(") && layout.closing(i) < tokens.count && !layout.cueAt(CueType.PART, i + 1)) {
                opened(Opener.BRACKET, i, i + 1);
            }
        }
        parallel();
    }

    private void opened(Opener kind, int begin, int end) {
        if (kind == Opener.PARTS && isFigureEnd(begin)) {
            return; // "17 of them got": the figure before is itself the part
        }
        int first = firstAmount(Sorted.firstFrom(figures, Figure::lead, end));
        int limit = layout.depth[begin] > 0 ? layout.closing(end - 1) : tokens.count;
        if (first < 0 || figures.get(first).lead() >= limit) {
            return;
        }
        Figure total = total(begin, figures.get(first), kind == Opener.BRACKET);
        if (kind == Opener.BRACKET && total == null) {
            return;
        }
        List<Item> items = items(first, end, limit, kind != Opener.COLON);
        if (items.size() < 2 && kind != Opener.PARTS) {
            return;
        }
        Clause clause = Clause.at(clauses, begin);
        int topic = kind == Opener.COLON ? labelFrom(begin) : clause == null ? begin : clause.from();
        add(new Enumeration(kind, Math.min(topic, begin), begin, begin, total, items));
    }

    private boolean isFigureEnd(int at) {
        int index = Sorted.firstFrom(figures, Figure::lead, at) - 1;
        return index >= 0 && figures.get(index).to() == at && !layout.isClauseMark(at);
    }

    private void add(Enumeration enumeration) {
        found.add(enumeration);
        enumeration.figures().forEach(figure -> listed.putIfAbsent(figure, enumeration));
    }

    /** The first token of the label before a colon. */
    private int labelFrom(int colon) {
        int from = colon;
        while (from > 0 && !tokens.is(from - 1, ";") && !tokens.is(from - 1, ":") && colon - from < MOST_ITEMS) {
            from--;
        }
        return from;
    }

    private int firstAmount(int index) {
        for (int i = index; i < Math.min(figures.size(), index + MOST_ITEMS); i++) {
            if (!figures.get(i).isRelative()) {
                return i;
            }
        }
        return -1;
    }

    /** The last figure like the first item's before the opener; in front of a bracket right before it. */
    private @Nullable Figure total(int opener, Figure amount, boolean directly) {
        int last = Sorted.firstFrom(figures, Figure::lead, opener) - 1;
        for (int i = last; i >= 0 && i > last - MOST_ITEMS; i--) {
            Figure candidate = figures.get(i);
            if (directly && candidate.to() != opener && candidate.behindNoun() != opener) {
                return null;
            }
            boolean like = candidate.isLike(amount) || candidate.isCounted() && amount.isCounted();
            if (like && layout.depth[candidate.lead()] <= layout.depth[opener]) {
                return candidate;
            }
        }
        return null;
    }

    /** The items whose amounts are like the first, up to {@code limit} or where the text goes on with something else. */
    private List<Item> items(int first, int begin, int limit, boolean endsAtPredicate) {
        List<Figure> amounts = new ArrayList<>();
        List<List<Figure>> shares = new ArrayList<>();
        for (int i = first; i < Math.min(figures.size(), first + MOST_FIGURES) && amounts.size() < MOST_ITEMS; i++) {
            Figure figure = figures.get(i);
            if (figure.lead() >= limit) {
                break;
            }
            if (figure.isRelative()) {
                if (!amounts.isEmpty() && isShare(figure, amounts.get(amounts.size() - 1))) {
                    shares.get(shares.size() - 1).add(figure);
                }
                continue;
            }
            boolean next = amounts.isEmpty()
                    || figure.isLike(amounts.get(0))
                            && isParted(last(amounts, shares), figure)
                            && !isPartOfItem(last(amounts, shares), figure);
            if (endsAtPredicate && !amounts.isEmpty() && opensOther(last(amounts, shares), figure)) {
                break;
            }
            if (next) {
                amounts.add(figure);
                shares.add(new ArrayList<>(1));
            }
        }
        return items(amounts, shares, begin, limit);
    }

    private List<Item> items(List<Figure> amounts, List<List<Figure>> shares, int begin, int limit) {
        boolean labelBefore = !amounts.isEmpty() && amounts.get(0).lead() > begin + 1;
        List<Item> items = new ArrayList<>();
        int from = begin;
        for (int i = 0; i < amounts.size(); i++) {
            int to = i + 1 < amounts.size()
                    ? joint(
                            end(amounts.get(i), shares.get(i)),
                            amounts.get(i + 1).lead(),
                            labelBefore)
                    : limit;
            items.add(new Item(from, Math.max(from, to), amounts.get(i), List.copyOf(shares.get(i))));
            from = to;
        }
        return items;
    }

    private static Figure last(List<Figure> amounts, List<List<Figure>> shares) {
        List<Figure> ofLast = shares.get(shares.size() - 1);
        return ofLast.isEmpty() ? amounts.get(amounts.size() - 1) : ofLast.get(ofLast.size() - 1);
    }

    private static int end(Figure amount, List<Figure> shares) {
        return shares.isEmpty() ? amount.to() : shares.get(shares.size() - 1).to();
    }

    /** Where one item ends and the next begins, between {@code low} and the next amount. */
    private int joint(int low, int lead, boolean first) {
        int semicolon = layout.next(Layout.SEMICOLON, low);
        if (semicolon < lead) {
            return semicolon + 1;
        }
        int found = lead;
        for (int i = lead - 1; i >= Math.max(low, lead - LONGEST_ITEM); i--) {
            if (isJoint(i)) {
                found = i + 1;
                if (!first) {
                    break;
                }
            }
        }
        return found;
    }

    private boolean isJoint(int at) {
        return tokens.is(at, ",") || tokens.is(at, ";") || tokens.is(at, "and");
    }

    /** "; 400 million yuan of other funds, of which 90 million": a part of the item before is no item. */
    private boolean isPartOfItem(Figure before, Figure next) {
        Hit<Cue> opener = layout.lastCue(CueType.PART, before.to(), next.lead());
        return opener != null
                && opener.end() == next.lead()
                && tokens.is(opener.begin() - 1, ",")
                && layout.next(Layout.SEMICOLON, before.to()) > next.lead();
    }

    /** Whether a joint stands between two amounts: "3 million for roads, 4 million for wells". */
    private boolean isParted(Figure before, Figure next) {
        for (int i = before.to(); i < Math.min(next.lead(), before.to() + LONGEST_ITEM); i++) {
            if (isJoint(i)) {
                return true;
            }
        }
        return false;
    }

    /** ", and supported 17,000 people": the figure is the object of a predicate that is not the items' own. */
    private boolean opensOther(Figure before, Figure next) {
        Clause clause = Clause.at(clauses, next.lead());
        return clause != null
                && clause != Clause.at(clauses, before.lead())
                && clause.hasPredicate()
                && !clause.isPassive()
                && clause.verbFrom() < next.lead()
                && clause.verbFrom() >= before.to()
                && !layout.cueAt(CueType.BE, clause.verbFrom());
    }

    /** "accounting for 15%", ", 15%;": said of the amount before it. */
    private boolean isShare(Figure share, Figure amount) {
        if (layout.lastCue(CueType.SHARE, Math.max(amount.to(), share.lead() - SHARE), share.lead()) != null) {
            return true;
        }
        int before = share.lead() - 1;
        boolean open = tokens.is(before, ",") || tokens.is(before, "(") || tokens.is(before, "or");
        return open && (isItemEnd(share.to()) || tokens.is(share.to(), "of"));
    }

    private boolean isItemEnd(int at) {
        return at >= tokens.count || layout.isClauseMark(at) || tokens.is(at, "and");
    }

    /** Like clauses beside each other, each beginning with an amount: "230 million yuan was used for roads, ...; 138 million ...". */
    private void parallel() {
        int at = 0;
        while (at < figures.size()) {
            int first = firstAmount(at);
            if (first < 0) {
                return;
            }
            List<Item> items = isOpening(first) ? parallelItems(first) : List.of();
            int shared = 0;
            for (Item item : items) {
                shared += item.shares().isEmpty() ? 0 : 1;
            }
            if (items.size() >= 2 && shared >= items.size() - 1) {
                int begin = items.get(0).from();
                add(new Enumeration(Opener.PARALLEL, begin, begin, begin, null, items));
                Figure last = items.get(items.size() - 1).amount();
                at = Sorted.firstFrom(figures, Figure::lead, last.lead() + 1);
            } else {
                at = first + 1;
            }
        }
    }

    /** Whether the clause begins with the amount, or with words such as "In 2012, a total of". */
    private boolean isOpening(int index) {
        Figure figure = figures.get(index);
        Clause clause = Clause.at(clauses, figure.lead());
        return clause != null
                && figure.lead() - Math.max(clause.from(), clause.subjectFrom()) <= OPENING
                && (!clause.hasPredicate() || figure.lead() < clause.verbFrom())
                && !listed.containsKey(figure);
    }

    private List<Item> parallelItems(int first) {
        Figure opening = figures.get(first);
        Clause clause = Clause.at(clauses, opening.lead());
        List<Item> all = items(first, clause.from(), tokens.count, false);
        List<Item> items = new ArrayList<>();
        for (Item item : all) {
            boolean opens =
                    items.isEmpty() || item.amount().lead() - item.from() <= 1 && !listed.containsKey(item.amount());
            if (!opens) {
                break;
            }
            items.add(item);
        }
        return items;
    }
}
