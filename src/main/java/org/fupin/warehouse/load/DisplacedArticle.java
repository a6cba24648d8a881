package org.fupin.warehouse.load;

import org.fupin.warehouse.query.ProvinceYearKey;

/**
 * An article of a file whose text does not hold because another file of the same run has the article too.
 *
 * @param title as written in the file
 * @param file path of the file in the inbox
 * @param by path of the file whose text holds instead
 */
public record DisplacedArticle(ProvinceYearKey provinceYear, String title, String file, String by) {}
