/**
 * The matcher of rules that are rows: patterns of words around a figure, conditions on it, and what they conclude. It sees a
 * sentence through {@link org.fupin.extraction.pattern.Scene} and knows no pass. The notation and how to add a rule stand in
 * {@code src/site/markdown/rules.md}.
 *
 * <p>How a pass goes by its rows:
 *
 * <pre>{@code
 * // once, at the start; rows with an error are refused with file, rule, column and what is expected
 * RuleTable table = compiler.table("status", Keys.NONE.with("status", Status.class));
 *
 * // per sentence: keeps the rows whose mandatory words occur in it
 * RuleTable.InSentence rules = table.in(sentence);
 *
 * // per figure: the first row that applies, or rules.all(mention)
 * RuleTable.Applied applied = rules.first(mention);
 * if (applied != null) {
 *     mention.status = Coded.of(Status.class, applied.value("status"));
 *     mention.rules.add(applied.rule(), applied.from(), applied.to());
 * }
 * }</pre>
 *
 * <p>Facts of a figure that rows may ask for are added to {@code FigureFacts}; classes of phrases
 * that are no cue words (payers, places) are named to the {@link org.fupin.extraction.pattern.RuleTable.Compiler} and given to
 * each sentence with {@code SentenceContext.supply}.
 */
@NullMarked
package org.fupin.extraction.pattern;

import org.jspecify.annotations.NullMarked;
