package org.fupin.audit.rule;

import java.util.List;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.observation.finding.Finding;

/** One check of the stated figures; a pure function, so that rules can be tested and run in any order. */
public interface AuditRule {

    /** What this rule finds in the articles of one province and year, identities that hold included. */
    List<Finding> check(List<ArticleFigures> articles);

    /** A rule that looks at one article at a time. */
    interface InArticle extends AuditRule {

        List<Finding> checkArticle(ArticleFigures article);

        @Override
        default List<Finding> check(List<ArticleFigures> articles) {
            return articles.stream()
                    .flatMap(article -> checkArticle(article).stream())
                    .toList();
        }
    }
}
