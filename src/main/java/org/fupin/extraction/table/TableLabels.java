package org.fupin.extraction.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.reference.TableWords;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/** Reads the labels of tables, headers, stubs and captions, by the words of tables. Labels that are long are read in part. */
final class TableLabels {

    /** Most tokens of a label that are read. */
    private static final int LONGEST = 60;

    final Lexicon lexicon;
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
        return at < 0 || at >= limit ? null : words.get(type).longest(tokens, at, limit);
    }

    /** Whether the tokens are words of the type and nothing else. */
    boolean isAll(Type type, Tokens tokens, int from, int to) {
        Hit<String> hit = hit(type, tokens, from, to);
        return hit != null && hit.end() == to;
    }

    /** Whether words of the type stand in the last tokens, at most as many as are read. */
    boolean says(Type type, Tokens tokens) {
        for (int i = Math.max(0, tokens.count - LONGEST); i < tokens.count; i++) {
            if (hit(type, tokens, i, tokens.count) != null) {
                return true;
            }
        }
        return false;
    }

    TableLabel read(SentenceContext sentence) {
        return read(sentence, 0, sentence.tokens.count);
    }

    TableLabel read(SentenceContext sentence, int from, int limit) {
        return new LabelReader(text(sentence, from, limit)).read();
    }

    /** The last words before a table. */
    TableLabel readLast(SentenceContext sentence) {
        return read(sentence, Math.max(0, sentence.tokens.count - LONGEST), sentence.tokens.count);
    }

    /** The units that a label is and nothing else, as in a column of units. */
    List<Scale> units(SentenceContext sentence, int from, int limit) {
        return new LabelUnits(text(sentence, from, limit)).all();
    }

    private LabelText text(SentenceContext sentence, int from, int limit) {
        return new LabelText(this, sentence, from, Math.min(limit, from + LONGEST));
    }
}
