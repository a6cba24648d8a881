-- Which program read a document, and what it takes to read it again from what is stored. Null for what was read before.

ALTER TABLE source_document ADD COLUMN read_by_version VARCHAR(100) NULL COMMENT 'version of the program that read it last';

ALTER TABLE source_document ADD COLUMN read_by_rules CHAR(64) NULL COMMENT 'SHA-256 of the rules and words that it was read by';

ALTER TABLE source_document ADD COLUMN tables LONGTEXT NULL COMMENT 'where the cells of its tables are in the text; empty where the text itself shows it';

ALTER TABLE run ADD COLUMN reason VARCHAR(12) NULL COMMENT 'reading for one that read documents again; null for one that took files in';
