-- What people corrected. An article with corrections is a row of its own, beside the one that the program read: what holds
-- is found as before, and what was read is never written over.

ALTER TABLE article ADD COLUMN read_article_id BIGINT NULL COMMENT 'the same article as the program read it; null for one that is as it was read';

ALTER TABLE article ADD COLUMN corrections_sha256 CHAR(64) NULL COMMENT 'of the corrections that were made of it; null for none';

ALTER TABLE article ADD CONSTRAINT fk_article_read FOREIGN KEY (read_article_id) REFERENCES article (article_id);

CREATE TABLE correction (
    article_id       BIGINT      NOT NULL COMMENT 'the edition that has it, or that it could not be applied to',
    list_no          INT         NOT NULL COMMENT 'from 0 within the article',
    seen_document_id CHAR(64)    NOT NULL COMMENT 'the document that the person saw',
    seen_begin       INT         NOT NULL COMMENT 'of the number in that document',
    seen_end         INT         NOT NULL,
    quoted_text      TEXT        NOT NULL COMMENT 'the characters there',
    corrected_field  VARCHAR(12) NOT NULL COMMENT 'value, source ..., or figure for the whole',
    corrected_value  TEXT        NOT NULL COMMENT 'empty for not stated; of figure confirmed, none or new',
    read_value       TEXT        NULL     COMMENT 'the field as the program read it; null where it read no figure',
    span_begin       INT         NULL     COMMENT 'of the number in the document of the article; null where it cannot be told',
    span_end         INT         NULL,
    reason           TEXT        NOT NULL COMMENT 'why, empty if nobody said',
    corrected_by     TEXT        NOT NULL COMMENT 'who',
    corrected_at     DATETIME(3) NOT NULL COMMENT 'UTC',
    problem          TEXT        NULL     COMMENT 'why it was not applied and needs review; null if it was applied',
    PRIMARY KEY (article_id, list_no),
    CONSTRAINT fk_correction_article FOREIGN KEY (article_id) REFERENCES article (article_id),
    CONSTRAINT fk_correction_document FOREIGN KEY (seen_document_id) REFERENCES source_document (document_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='What people corrected in an edition of an article, applied or not';
