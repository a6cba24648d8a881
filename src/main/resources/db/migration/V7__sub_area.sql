-- Reports on a county or prefecture of a province, and what an operator states of a document whose text does not say it.

ALTER TABLE article ADD COLUMN sub_area TEXT NULL COMMENT 'the county, prefecture or city of ref_area that alone is reported on; null where it is the province';

ALTER TABLE article ADD COLUMN stated_by TEXT NULL COMMENT 'what an operator stated of area, year and title, and in which file; null where the text says it all';
