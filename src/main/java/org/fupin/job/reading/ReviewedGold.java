package org.fupin.job.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fupin.gold.GoldStretch;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.store.WarehouseView;
import org.fupin.warehouse.load.StoredDocument;

/**
 * What people confirmed and corrected in a document of a warehouse, as gold.
 *
 * @param stretches that they judged, by place; at least one
 */
public record ReviewedGold(StoredDocument document, List<GoldStretch> stretches) {

    public ReviewedGold {
        stretches = List.copyOf(stretches);
    }

    /** Of all documents with an article that holds, by name. */
    public static List<ReviewedGold> of(WarehouseView warehouse) {
        SortedMap<String, List<ExtractedArticle>> byDocument = new TreeMap<>();
        for (ExtractedArticle article : warehouse.reviewed()) {
            byDocument
                    .computeIfAbsent(article.article().documentId(), any -> new ArrayList<>())
                    .add(article);
        }
        List<ReviewedGold> gold = new ArrayList<>();
        byDocument.forEach((id, articles) -> {
            StoredDocument document = warehouse.document(id);
            List<GoldStretch> stretches = articles.stream()
                    .sorted(Comparator.comparing(article -> article.article().span()))
                    .flatMap(article -> GoldStretch.reviewed(document.file().name(), article).stream())
                    .toList();
            if (!stretches.isEmpty()) {
                gold.add(new ReviewedGold(document, stretches));
            }
        });
        gold.sort(Comparator.comparing(one -> one.document().file().name()));
        return gold;
    }
}
