package org.fupin.extraction.pattern;

import java.util.ArrayList;
import java.util.List;
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
                if (all.get(0) instanceof OfToken first) {
                    int next = from.at(i) + walk.direction();
                    if (first.standsAt(walk, from.at(i)) && alsoTo(walk, from.at(i), next)) {
                        to.addBehind(from, i, next);
                    }
                    continue;
                }
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
            if (!all.get(0).standsAt(walk, place)) {
                return false;
            }
            return all.get(0) instanceof OfToken
                    ? alsoTo(walk, place, place + walk.direction())
                    : Combined.super.standsAt(walk, place);
        }

        private boolean alsoTo(Walk walk, int from, int to) {
            for (int i = 1; i < all.size(); i++) {
                if (!all.get(i).leads(walk, from, to)) {
                    return false;
                }
            }
            for (int i = 0; i < none.size(); i++) {
                if (none.get(i).leads(walk, from, to)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void needs(List<int[]> needs) {
            all.forEach(element -> element.needs(needs));
        }
    }

    /** One after another, in the order in which the text has them. */
    final class Sequence implements Combined {

        private final Element[] elements;
        /** How many of them, from the begin and from the end, lead on to one place at most: tokens and edges. */
        private final int simpleOn;

        private final int simpleBack;

        Sequence(List<Element> elements) {
            this.elements = elements.toArray(Element[]::new);
            int first = 0;
            while (first < this.elements.length && isSimple(this.elements[first])) {
                first++;
            }
            int last = this.elements.length;
            while (last > 0 && isSimple(this.elements[last - 1])) {
                last--;
            }
            simpleOn = first;
            simpleBack = this.elements.length - last;
        }

        private static boolean isSimple(Element element) {
            return element instanceof OfToken || element instanceof OfPlace;
        }

        /** Whether its first element, in the direction of the walk, stands at the place: known before anything is walked. */
        boolean beginsAt(Walk walk, int place) {
            return elements.length == 0 || next(walk, 0).standsAt(walk, place);
        }

        private Element next(Walk walk, int index) {
            return elements[walk.direction() > 0 ? index : elements.length - 1 - index];
        }

        private int simple(Walk walk) {
            return walk.direction() > 0 ? simpleOn : simpleBack;
        }

        /** The place behind the simple elements, {@link Positions#NONE} where they do not stand there. */
        private int behindSimple(Walk walk, int from) {
            int place = from;
            for (int i = 0; i < simple(walk); i++) {
                Element element = next(walk, i);
                if (!element.standsAt(walk, place)) {
                    return Positions.NONE;
                }
                place += element instanceof OfToken ? walk.direction() : 0;
            }
            return place;
        }

        @Override
        public boolean standsAt(Walk walk, int place) {
            int behind = behindSimple(walk, place);
            return behind != Positions.NONE
                    && (simple(walk) == elements.length
                            || walkFrom(walk, simple(walk), Positions.of(walk.direction(), behind))
                                            .size()
                                    > 0);
        }

        @Override
        public boolean leads(Walk walk, int from, int to) {
            return simple(walk) == elements.length
                    ? behindSimple(walk, from) == to
                    : Combined.super.leads(walk, from, to);
        }

        @Override
        public Positions walk(Walk walk, Positions from) {
            int simple = simple(walk);
            if (from.size() != 1 || simple == 0) {
                return walkFrom(walk, 0, from);
            }
            int place = from.at(0);
            int behind = behindSimple(walk, place);
            if (behind == Positions.NONE) {
                return Positions.none(walk.direction());
            }
            boolean words = behind != place;
            int near = words && from.near(0) == Positions.NONE ? place : from.near(0);
            return walkFrom(walk, simple, Positions.of(walk.direction(), behind, near, words ? behind : from.far(0)));
        }

        private Positions walkFrom(Walk walk, int first, Positions from) {
            Positions at = from;
            int last = elements.length - 1;
            for (int i = first; i <= last && at.size() > 0; i++) {
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

        /** One of the elements; words that follow one another are looked for at once. */
        static Element of(List<Element> elements) {
            List<Element> joined = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                int from = i;
                while (i + 1 < elements.size()
                        && elements.get(from) instanceof Word
                        && elements.get(i + 1) instanceof Word) {
                    i++;
                }
                joined.add(i == from ? elements.get(i) : words(elements.subList(from, i + 1)));
            }
            return joined.size() == 1 ? joined.get(0) : new OneOf(joined);
        }

        private static OneWord words(List<Element> elements) {
            return new OneWord(elements.stream()
                    .mapToInt(element -> ((Word) element).word())
                    .distinct()
                    .toArray());
        }

        @Override
        public Positions walk(Walk walk, Positions from) {
            Positions to = null;
            for (int i = 0; i < elements.size(); i++) {
                Positions more = elements.get(i).walk(walk, from);
                if (to == null || to.size() == 0) {
                    to = more;
                } else {
                    to.addAll(more);
                }
            }
            return to == null ? Positions.none(walk.direction()) : to;
        }

        @Override
        public boolean standsAt(Walk walk, int place) {
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i).standsAt(walk, place)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean leads(Walk walk, int from, int to) {
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i).leads(walk, from, to)) {
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

        private static final String PARTS = ";.。?!";

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
                    || !clause && isPart(walk.scene().tokens().norm[token])
                    || wall != null && wall.standsAt(walk, place);
        }

        private static boolean isPart(String norm) {
            return norm.length() == 1 && PARTS.indexOf(norm.charAt(0)) >= 0;
        }
    }
}
