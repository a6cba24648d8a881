package org.fupin.extraction.kind;

import java.util.List;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Arithmetic;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Enumeration;
import org.fupin.extraction.structure.Enumeration.Item;
import org.fupin.extraction.structure.Figure;
import org.fupin.observation.Coded;
import org.fupin.observation.Direction;
import org.fupin.observation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Concludes how a quantity speaks of what it measures: level, share, change, growth, gap, multiple, completion, ratio: by the
 * rows of {@code rules/kind.csv}; where none applies, as the other figures of its list, or by what its part makes up.
 */
public final class KindPass implements Pass {

    private static final String KIND = "kind";
    private static final String DIRECTION = "direction";
    private static final String WHOLE = "whole";

    private static final String LISTED = "kind-listed";
    private static final String BY_SUMS = "kind-share-by-sums";

    private final RuleTable table;

    public KindPass(RuleTable.Compiler rules) {
        table = rules.table(
                name(),
                Keys.NONE
                        .with(KIND, Kind.class)
                        .with(DIRECTION, Direction.class)
                        .withFlag(WHOLE));
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        RuleTable.InSentence rules = table.in(sentence);
        Mention before = null;
        for (Mention mention : figures) {
            Applied applied = rules.first(mention);
            if (applied != null) {
                conclude(mention, applied);
            } else if (before != null && goesOn(before, mention) && sentence.isListed(before, mention)) {
                asIn(mention, before);
            }
            if (mention.isNegative) {
                signed(mention);
            }
            before = mention;
        }
        for (Enumeration enumeration : sentence.structure().enumerations()) {
            listedShares(enumeration);
        }
        for (int i = figures.size() - 2; i >= 0; i--) {
            Mention mention = figures.get(i);
            Mention next = figures.get(i + 1);
            if (isUnsaid(mention) && next.isPercent() && sentence.isListed(mention, next)) {
                asIn(mention, next);
            }
        }
    }

    private static void conclude(Mention mention, Applied applied) {
        String direction = applied.set().get(DIRECTION);
        Kind kind = Coded.of(Kind.class, applied.value(KIND));
        mention.kind = kind == Kind.CHANGE && mention.isPercent() ? Kind.GROWTH : kind;
        mention.direction = direction == null ? null : Coded.of(Direction.class, direction);
        mention.ofWhole |= applied.set().containsKey(WHOLE);
        mention.rules.add(applied.rule(), applied.from(), applied.to());
    }

    /** "by 5% and 7%", "an increase of 300 yuan and 5 kg". */
    private static boolean goesOn(Mention before, Mention mention) {
        return mention.isPercent() ? before.isPercent() : !before.isPercent() && before.kind == Kind.CHANGE;
    }

    private static boolean isUnsaid(Mention mention) {
        return mention.isPercent() && mention.isLevel();
    }

    /** Bare percentages of an enumeration are what the text says of the others, or the shares that its amounts make up. */
    private static void listedShares(Enumeration enumeration) {
        Mention told = null;
        for (Item item : enumeration.items()) {
            for (Figure share : item.shares()) {
                told = told == null && !((Mention) share).isLevel() ? (Mention) share : told;
            }
        }
        for (Item item : enumeration.items()) {
            for (Figure figure : item.shares()) {
                Mention share = (Mention) figure;
                if (share.isLevel() && told != null) {
                    asIn(share, told);
                } else if (share.isLevel() && isShareOf(item, share, (Mention) enumeration.total())) {
                    share.kind = Kind.SHARE;
                    share.rules.add(BY_SUMS, (Mention) enumeration.total());
                }
            }
        }
    }

    private static boolean isShareOf(Item item, Mention share, @Nullable Mention total) {
        Mention amount = (Mention) item.amount();
        boolean known = total != null && amount.value != null && total.value != null && share.value != null;
        return known && Arithmetic.isShare(amount.stated(), total.stated(), share.stated());
    }

    /** What is told of one figure of a list is told of the other. */
    private static void asIn(Mention mention, Mention other) {
        if (!other.isLevel()) {
            mention.kind = other.kind;
            mention.direction = other.direction;
            mention.rules.add(LISTED, other);
        }
    }

    /**
     * "growth was -2.1%" is a fall by a positive number; "the balance was -3.5 million yuan" is a level below nothing, whose
     * value keeps the sign.
     */
    private static void signed(Mention mention) {
        switch (mention.kind) {
            case CHANGE, GROWTH -> mention.direction = Direction.DOWN;
            case GAP -> mention.direction = Direction.BELOW;
            default -> mention.value = mention.value == null ? null : mention.value.negate();
        }
    }
}
