package org.fupin.extraction.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An element that is made of others, or limited by them. */
interface Combined extends Element {

    /** Where the element does not stand: behind the place for a direction above 0, otherwise before it. */
    record Not(Element element, int direction) implements OfPlace {

        @Override
        public boolean standsAt(Walk walk, int place) {
            return !element.standsAt(walk.to(direction), place);
        }
    }

    /** Tokens that are all of these and none of those. */
    record Both(List<Element> all, List<Element> none) implements Combined {

        @Override
        public Positions walk(Walk walk, Positions from) {
            Positions to = new Positions(walk.direction(), Math.max(1, from.size()));
            for (int i = 0; i < from.size(); i++) {
                Positions here = all.get(0).walk(walk, Positions.of(walk.direction(), from.at(i)));
                for (int k = 0; k < here.size(); k++) {
                    if (alsoTo(walk, from.at(i), here.at(k))) {
                        to.addBehind(from, i, here.at(k));
                    }
                }
            }
            return to;
        }

        @Override
        public boolean standsAt(Walk walk, int place) {
            return all.get(0).standsAt(walk, place) && Combined.super.standsAt(walk, place);
        }

        private boolean alsoTo(Walk walk, int from, int to) {
            for (int i = 1; i < all.size(); i++) {
                if (!leads(all.get(i), walk, from, to)) {
                    return false;
                }
            }
            for (Element element : none) {
                if (leads(element, walk, from, to)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean leads(Element element, Walk walk, int from, int to) {
            Positions ends = element.walk(walk, Positions.of(walk.direction(), from));
            for (int i = 0; i < ends.size(); i++) {
                if (ends.at(i) == to) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void needs(List<int[]> needs) {
            all.forEach(element -> element.needs(needs));
        }
    }

    /** One after another, in the order in which the text has them. */
    final class Sequence implements Combined {

        private final Element[] elements;

        Sequence(List<Element> elements) {
            this.elements = elements.toArray(Element[]::new);
        }

        /** Whether its first element, in the direction of the walk, stands at the place: known before anything is walked. */
        boolean beginsAt(Walk walk, int place) {
            return elements.length == 0 || next(walk, 0).standsAt(walk, place);
        }

        private Element next(Walk walk, int index) {
            return elements[walk.direction() > 0 ? index : elements.length - 1 - index];
        }

        @Override
        public boolean standsAt(Walk walk, int place) {
            return beginsAt(walk, place) && Combined.super.standsAt(walk, place);
        }

        @Override
        public Positions walk(Walk walk, Positions from) {
            Positions at = from;
            int last = elements.length - 1;
            for (int i = 0; i <= last && at.size() > 0; i++) {
                Element element = next(walk, i);
                at = i < last && element instanceof Gap gap
                        ? gap.walk(walk, at, next(walk, i + 1))
                        : element.walk(walk, at);
            }
            return at;
        }

        @Override
        public void needs(List<int[]> needs) {
            for (Element element : elements) {
                element.needs(needs);
            }
        }
    }

    record OneOf(List<Element> elements) implements Combined {

        @Override
        public Positions walk(Walk walk, Positions from) {
            Positions to = new Positions(walk.direction(), Math.max(1, from.size()));
            for (Element element : elements) {
                to.addAll(element.walk(walk, from));
            }
            return to;
        }

        @Override
        public boolean standsAt(Walk walk, int place) {
            for (Element element : elements) {
                if (element.standsAt(walk, place)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void needs(List<int[]> needs) {
            List<Integer> any = new ArrayList<>();
            for (Element element : elements) {
                List<int[]> own = new ArrayList<>();
                element.needs(own);
                if (own.isEmpty()) {
                    return;
                }
                for (int word : own.get(0)) {
                    any.add(word);
                }
            }
            needs.add(any.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    record Optional(Element element) implements Combined {

        @Override
        public Positions walk(Walk walk, Positions from) {
            Positions to = element.walk(walk, from);
            to.addAll(from);
            return to;
        }

        @Override
        public boolean standsAt(Walk walk, int place) {
            return true;
        }
    }

    /**
     * Up to {@code most} tokens, none of them one at which {@code wall} stands.
     *
     * @param clause whether it stays within the clause; otherwise it stays within what semicolons and full stops part
     */
    record Gap(int most, boolean clause, @Nullable Element wall) implements Combined {

        private static final Set<String> PARTS = Set.of(";", ".", "。", "?", "!");

        @Override
        public Positions walk(Walk walk, Positions from) {
            return walk(walk, from, null);
        }

        /** Leads on only to places at which {@code goal} stands, which comes behind the gap. */
        Positions walk(Walk walk, Positions from, @Nullable Element goal) {
            Positions to = new Positions(walk.direction(), goal == null ? 16 : 2);
            for (int i = 0; i < from.size(); i++) {
                int next = i + 1 < from.size() ? from.at(i + 1) : Positions.NONE;
                int end = end(walk, from.at(i));
                int place = from.at(i);
                for (int left = most; place != next; left--) {
                    if (goal == null || goal.standsAt(walk, place)) {
                        to.add(place, from.near(i), from.far(i));
                    }
                    if (left == 0 || place == end || isWall(walk, place)) {
                        break;
                    }
                    place += walk.direction();
                }
            }
            return to;
        }

        @Override
        public boolean standsAt(Walk walk, int place) {
            return true;
        }

        private int end(Walk walk, int place) {
            if (walk.direction() > 0) {
                return clause ? walk.scene().clauseEnd(place) : walk.words().count();
            }
            return clause ? walk.scene().clauseStart(place) : 0;
        }

        private boolean isWall(Walk walk, int place) {
            int token = walk.token(place);
            return token < 0
                    || !clause && PARTS.contains(walk.scene().tokens().norm[token])
                    || wall != null && wall.standsAt(walk, place);
        }
    }
}
