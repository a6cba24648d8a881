-- The warehouse: a star schema with SDMX names where SDMX has one. This file runs unchanged on H2 in MySQL mode and on
-- MySQL and MariaDB; what is not portable between them (JSON, MERGE, stored columns) is not used.
--
-- utf8mb4_bin, so that comparing and sorting text means the same on all of them: by code point, as H2 does.

-- What was run ---------------------------------------------------------------------------------------------------------

CREATE TABLE run (
    run_id          BIGINT       NOT NULL AUTO_INCREMENT,
    job             VARCHAR(100) NOT NULL COMMENT 'name of the job',
    period          CHAR(7)      NOT NULL COMMENT 'the month that the run was made for, YYYY-MM',
    status          VARCHAR(12)  NOT NULL COMMENT 'started, completed, failed or stopped',
    started         DATETIME(3)  NOT NULL COMMENT 'UTC',
    finished        DATETIME(3)  NULL     COMMENT 'UTC; null while it runs',
    files_found     INT          NOT NULL DEFAULT 0,
    files_loaded    INT          NOT NULL DEFAULT 0,
    files_unchanged INT          NOT NULL DEFAULT 0 COMMENT 'whose content the warehouse already held',
    files_rejected  INT          NOT NULL DEFAULT 0,
    articles        INT          NOT NULL DEFAULT 0 COMMENT 'articles added or superseded',
    observations    INT          NOT NULL DEFAULT 0 COMMENT 'observations added',
    left_out        INT          NOT NULL DEFAULT 0 COMMENT 'left-out numbers added',
    findings        INT          NOT NULL DEFAULT 0 COMMENT 'findings of the province-years audited, identities that hold not counted',
    reports         INT          NOT NULL DEFAULT 0 COMMENT 'report files written',
    PRIMARY KEY (run_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='One run of a job; vintages are counted in runs';

-- Dimensions: filled at start-up from the reference tables and code lists of the program --------------------------------

CREATE TABLE dim_area (
    area_code  VARCHAR(12)  NOT NULL COMMENT 'ISO 3166-2; CN-XJ-XPCC for the Xinjiang Production and Construction Corps',
    gb_code    CHAR(6)      NOT NULL COMMENT 'GB/T 2260',
    name       VARCHAR(100) NOT NULL COMMENT 'in English, with its kind',
    short_name VARCHAR(100) NOT NULL COMMENT 'in English, without its kind',
    name_zh    VARCHAR(100) NOT NULL COMMENT 'in Chinese',
    PRIMARY KEY (area_code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Regions at province level';

CREATE TABLE dim_measure (
    measure_code VARCHAR(32)  NOT NULL,
    label        VARCHAR(100) NOT NULL COMMENT 'short name in English',
    sort_order   INT          NOT NULL COMMENT 'order of the code list',
    PRIMARY KEY (measure_code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='What is measured';

CREATE TABLE dim_programme (
    programme_code VARCHAR(32)  NOT NULL,
    label          VARCHAR(100) NOT NULL COMMENT 'short name in English',
    sort_order     INT          NOT NULL COMMENT 'order of the code list',
    PRIMARY KEY (programme_code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Programmes of poverty alleviation, one for each section';

CREATE TABLE dim_unit (
    unit_code          VARCHAR(32)    NOT NULL,
    label              VARCHAR(100)   NOT NULL COMMENT 'name in English, empty for a count',
    dimension          VARCHAR(32)    NOT NULL COMMENT 'money, area, length ...: only units of one dimension compare',
    base_unit          VARCHAR(32)    NOT NULL COMMENT 'unit that figures of the dimension are compared in',
    factor_numerator   DECIMAL(28, 6) NOT NULL COMMENT 'numerator / denominator leads exactly to the base unit',
    factor_denominator DECIMAL(28, 6) NOT NULL,
    PRIMARY KEY (unit_code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Units of measure';

CREATE TABLE dim_period (
    time_period  VARCHAR(40) NOT NULL COMMENT 'ISO 8601: 2010, 2010-07, 2010-06-05 or an interval 2008/2010',
    period_type  VARCHAR(12) NOT NULL COMMENT 'year, month, day or interval',
    period_start DATE        NOT NULL COMMENT 'first day',
    period_end   DATE        NOT NULL COMMENT 'last day',
    PRIMARY KEY (time_period)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Reference periods, added as figures refer to them';

-- Sources ---------------------------------------------------------------------------------------------------------------

CREATE TABLE source_document (
    document_id CHAR(64)     NOT NULL COMMENT 'SHA-256 of the bytes of the file, lower-case hexadecimal',
    name        VARCHAR(500) NOT NULL COMMENT 'name of the file when it was first loaded',
    format      VARCHAR(32)  NOT NULL COMMENT 'text, html ...',
    charset     VARCHAR(64)  NOT NULL COMMENT 'IANA name of the encoding that it was read with',
    byte_size   BIGINT       NOT NULL,
    content     LONGTEXT     NOT NULL COMMENT 'the extracted text; all offsets count its UTF-16 code units from 0',
    run_id      BIGINT       NOT NULL COMMENT 'the run that loaded it',
    PRIMARY KEY (document_id),
    CONSTRAINT fk_document_run FOREIGN KEY (run_id) REFERENCES run (run_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Files that were loaded, each content once';

CREATE TABLE source_document_alias (
    document_id CHAR(64)     NOT NULL,
    name        VARCHAR(500) NOT NULL COMMENT 'another name under which the same content came',
    run_id      BIGINT       NOT NULL COMMENT 'the run that first saw this name',
    PRIMARY KEY (document_id, name),
    CONSTRAINT fk_alias_document FOREIGN KEY (document_id) REFERENCES source_document (document_id),
    CONSTRAINT fk_alias_run FOREIGN KEY (run_id) REFERENCES run (run_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Unchanged content that came under another name';

-- The row of an identity is what two loads of the same article queue up at, and its primary key is why there can be no
-- two current articles of one identity.
CREATE TABLE article_identity (
    article_key        CHAR(64)    NOT NULL COMMENT 'SHA-256 of the columns below',
    ref_area           VARCHAR(12) NOT NULL,
    ref_year           SMALLINT    NOT NULL,
    title_key          TEXT        NOT NULL COMMENT 'the title in lower case, its letters and digits only',
    partner_area       VARCHAR(12) NOT NULL COMMENT 'province that the area is paired with, empty if none',
    occurrence         INT         NOT NULL COMMENT '1, or which one it is of several with this identity in one document',
    current_article_id BIGINT      NULL     COMMENT 'the vintage that holds now',
    PRIMARY KEY (article_key),
    CONSTRAINT fk_identity_area FOREIGN KEY (ref_area) REFERENCES dim_area (area_code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='What makes two articles vintages of one';

CREATE TABLE article (
    article_id     BIGINT      NOT NULL AUTO_INCREMENT,
    article_key    CHAR(64)    NOT NULL,
    document_id    CHAR(64)    NOT NULL,
    ref_area       VARCHAR(12) NOT NULL COMMENT 'the province reported on, ISO 3166-2',
    ref_year       SMALLINT    NOT NULL COMMENT 'the year reported on',
    partner_area   VARCHAR(12) NULL     COMMENT 'the province it is paired with',
    title          TEXT        NOT NULL COMMENT 'as written',
    author         TEXT        NOT NULL COMMENT 'the attribution, empty if there is none',
    span_begin     INT         NOT NULL COMMENT 'offset of the first character of the title',
    span_end       INT         NOT NULL COMMENT 'offset of the end, exclusive',
    text_sha256    CHAR(64)    NOT NULL COMMENT 'of the text of the article with its white space evened out',
    valid_from_run BIGINT      NOT NULL,
    valid_to_run   BIGINT      NULL     COMMENT 'the run that superseded it; null for a current one',
    PRIMARY KEY (article_id),
    CONSTRAINT fk_article_identity FOREIGN KEY (article_key) REFERENCES article_identity (article_key),
    CONSTRAINT fk_article_document FOREIGN KEY (document_id) REFERENCES source_document (document_id),
    CONSTRAINT fk_article_area FOREIGN KEY (ref_area) REFERENCES dim_area (area_code),
    CONSTRAINT fk_article_partner FOREIGN KEY (partner_area) REFERENCES dim_area (area_code),
    CONSTRAINT fk_article_from FOREIGN KEY (valid_from_run) REFERENCES run (run_id),
    CONSTRAINT fk_article_to FOREIGN KEY (valid_to_run) REFERENCES run (run_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='The report of a province on a year, one row for each vintage';

-- Finds the articles of a province-year, the unit that is audited and reported.
CREATE INDEX ix_article_area_year ON article (ref_area, ref_year);

ALTER TABLE article_identity
    ADD CONSTRAINT fk_identity_current FOREIGN KEY (current_article_id) REFERENCES article (article_id);

CREATE TABLE article_copy (
    document_id CHAR(64) NOT NULL,
    span_begin  INT      NOT NULL COMMENT 'offset in this document',
    span_end    INT      NOT NULL,
    article_id  BIGINT   NOT NULL COMMENT 'the article that was loaded from another document',
    run_id      BIGINT   NOT NULL COMMENT 'the run that found the copy',
    PRIMARY KEY (document_id, span_begin),
    CONSTRAINT fk_copy_document FOREIGN KEY (document_id) REFERENCES source_document (document_id),
    CONSTRAINT fk_copy_article FOREIGN KEY (article_id) REFERENCES article (article_id),
    CONSTRAINT fk_copy_run FOREIGN KEY (run_id) REFERENCES run (run_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Articles of a document that another one already brought, word for word';

CREATE TABLE section (
    article_id BIGINT      NOT NULL,
    section_no INT         NOT NULL COMMENT 'from 0',
    heading    TEXT        NOT NULL COMMENT 'as written, empty for text before the first heading',
    programme  VARCHAR(32) NOT NULL,
    span_begin INT         NOT NULL COMMENT 'offset of the heading',
    body_begin INT         NOT NULL COMMENT 'offset of the text under it',
    body_end   INT         NOT NULL,
    PRIMARY KEY (article_id, section_no),
    CONSTRAINT fk_section_article FOREIGN KEY (article_id) REFERENCES article (article_id),
    CONSTRAINT fk_section_programme FOREIGN KEY (programme) REFERENCES dim_programme (programme_code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Stretches of an article under one heading';

CREATE TABLE sentence (
    article_id  BIGINT   NOT NULL,
    section_no  INT      NOT NULL,
    sentence_no INT      NOT NULL COMMENT 'from 0 within the section',
    paragraph   INT      NOT NULL COMMENT 'from 0 within the section',
    span_begin  INT      NOT NULL,
    span_end    INT      NOT NULL,
    content     LONGTEXT NOT NULL COMMENT 'the characters of the span',
    PRIMARY KEY (article_id, section_no, sentence_no),
    CONSTRAINT fk_sentence_section FOREIGN KEY (article_id, section_no) REFERENCES section (article_id, section_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Sentences: where every figure leads back to';

-- Facts -----------------------------------------------------------------------------------------------------------------

-- Keyed by article and number, so that the figures of an article lie side by side and are added at the end of the table.
CREATE TABLE fact_observation (
    article_id        BIGINT         NOT NULL,
    obs_no            INT            NOT NULL COMMENT 'from 0 within the article, in the order of the text',
    obs_id            CHAR(32)       NOT NULL COMMENT 'stable: from the SHA-256 of document and span',
    document_id       CHAR(64)       NOT NULL,
    section_no        INT            NOT NULL,
    sentence_no       INT            NULL     COMMENT 'the sentence that it stands in',
    ref_area          VARCHAR(12)    NOT NULL COMMENT 'the province reported on',
    sub_area          TEXT           NULL     COMMENT 'name as written of the other place that the figure is for',
    time_period       VARCHAR(40)    NOT NULL COMMENT 'the time that the figure refers to',
    time_period_start DATE           NOT NULL,
    time_period_end   DATE           NOT NULL,
    period_type       VARCHAR(12)    NOT NULL,
    programme         VARCHAR(32)    NOT NULL COMMENT 'of its section',
    measure           VARCHAR(32)    NOT NULL,
    funding_source    VARCHAR(32)    NULL     COMMENT 'who pays or lends',
    per_unit          VARCHAR(32)    NULL     COMMENT 'what an amount per unit is per',
    kind              VARCHAR(32)    NOT NULL COMMENT 'level, share, change, growth, gap, multiple, completion or ratio',
    direction         VARCHAR(12)    NULL     COMMENT 'up, down, above or below',
    obs_value         DECIMAL(28, 6) NULL     COMMENT 'null for a range, and for what the column cannot hold',
    obs_low           DECIMAL(28, 6) NULL     COMMENT 'lower end of a range',
    obs_high          DECIMAL(28, 6) NULL     COMMENT 'upper end of a range',
    obs_exact         TEXT           NULL     COMMENT 'value or low/high in full, where the columns round or drop digits',
    unit_measure      VARCHAR(32)    NOT NULL,
    base_value        DECIMAL(28, 6) NULL     COMMENT 'the value in the base unit',
    base_unit         VARCHAR(32)    NOT NULL,
    status            VARCHAR(12)    NOT NULL COMMENT 'actual, planned or standard',
    qualifier         VARCHAR(12)    NOT NULL COMMENT 'exact, about, over or under',
    item              TEXT           NOT NULL COMMENT 'the thing measured, in the words of the text',
    part_of_begin     INT            NULL     COMMENT 'begin of the total that this is a part of',
    part_of_obs       CHAR(32)       NULL     COMMENT 'obs_id of that total, where it is a figure of the same article',
    about_begin       INT            NULL     COMMENT 'begin of the level that this describes',
    about_obs         CHAR(32)       NULL     COMMENT 'obs_id of that level, where it is a figure of the same article',
    quoted_text       TEXT           NOT NULL COMMENT 'the characters of the span',
    span_begin        INT            NOT NULL,
    span_end          INT            NOT NULL,
    rules             TEXT           NOT NULL COMMENT 'extraction rules that made it, in order, with ; between',
    flags             TEXT           NOT NULL COMMENT 'data-quality marks, with ; between',
    valid_from_run    BIGINT         NOT NULL,
    valid_to_run      BIGINT         NULL     COMMENT 'null for a current figure',
    PRIMARY KEY (article_id, obs_no),
    CONSTRAINT uk_observation_begin UNIQUE (article_id, span_begin),
    CONSTRAINT ck_observation_span CHECK (span_begin < span_end),
    CONSTRAINT ck_observation_period CHECK (time_period_start <= time_period_end),
    CONSTRAINT fk_observation_section FOREIGN KEY (article_id, section_no) REFERENCES section (article_id, section_no),
    CONSTRAINT fk_observation_sentence FOREIGN KEY (article_id, section_no, sentence_no)
        REFERENCES sentence (article_id, section_no, sentence_no),
    CONSTRAINT fk_observation_document FOREIGN KEY (document_id) REFERENCES source_document (document_id),
    CONSTRAINT fk_observation_area FOREIGN KEY (ref_area) REFERENCES dim_area (area_code),
    CONSTRAINT fk_observation_period FOREIGN KEY (time_period) REFERENCES dim_period (time_period),
    CONSTRAINT fk_observation_programme FOREIGN KEY (programme) REFERENCES dim_programme (programme_code),
    CONSTRAINT fk_observation_measure FOREIGN KEY (measure) REFERENCES dim_measure (measure_code),
    CONSTRAINT fk_observation_unit FOREIGN KEY (unit_measure) REFERENCES dim_unit (unit_code),
    CONSTRAINT fk_observation_base_unit FOREIGN KEY (base_unit) REFERENCES dim_unit (unit_code),
    CONSTRAINT fk_observation_from FOREIGN KEY (valid_from_run) REFERENCES run (run_id),
    CONSTRAINT fk_observation_to FOREIGN KEY (valid_to_run) REFERENCES run (run_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='One figure that a report states, normalised, with the place where it stands';

-- Leads from the id that part_of_obs, about_obs and outside references name to the figure.
CREATE INDEX ix_observation_id ON fact_observation (obs_id);
-- The usual slice of the star: one measure over areas and time.
CREATE INDEX ix_observation_measure ON fact_observation (measure, ref_area, time_period_start);

CREATE TABLE left_out_number (
    left_out_id BIGINT      NOT NULL AUTO_INCREMENT,
    document_id CHAR(64)    NOT NULL,
    article_id  BIGINT      NULL     COMMENT 'null for a number outside of every article',
    section_no  INT         NULL     COMMENT 'null for a number of the title, a heading or the attribution',
    list_no     INT         NOT NULL COMMENT 'from 0 within the section, article or document',
    span_begin  INT         NOT NULL,
    span_end    INT         NOT NULL,
    quoted_text TEXT        NOT NULL COMMENT 'the characters of the span',
    reason      VARCHAR(32) NOT NULL COMMENT 'why the number is no observation',
    PRIMARY KEY (left_out_id),
    CONSTRAINT fk_left_out_document FOREIGN KEY (document_id) REFERENCES source_document (document_id),
    CONSTRAINT fk_left_out_article FOREIGN KEY (article_id) REFERENCES article (article_id),
    CONSTRAINT fk_left_out_section FOREIGN KEY (article_id, section_no) REFERENCES section (article_id, section_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Numbers of a source that are no observation, and why';

-- Audit -----------------------------------------------------------------------------------------------------------------

CREATE TABLE finding (
    finding_id     BIGINT      NOT NULL AUTO_INCREMENT,
    finding_key    CHAR(64)    NOT NULL COMMENT 'SHA-256 of the content: the same finding again is not written again',
    ref_area       VARCHAR(12) NOT NULL,
    ref_year       SMALLINT    NOT NULL,
    list_no        INT         NOT NULL COMMENT 'from 0: the order of the audit',
    finding_rule   VARCHAR(32) NOT NULL COMMENT 'sum, share, growth ...',
    severity       VARCHAR(12) NOT NULL COMMENT 'error or warning',
    holds          BOOLEAN     NOT NULL COMMENT 'true for an identity that holds',
    stated         TEXT        NOT NULL COMMENT 'what the report says',
    expected       TEXT        NOT NULL COMMENT 'what follows from the other figures',
    message        TEXT        NOT NULL COMMENT 'for people',
    valid_from_run BIGINT      NOT NULL,
    valid_to_run   BIGINT      NULL     COMMENT 'the run whose audit no longer made it; null for a current one',
    PRIMARY KEY (finding_id),
    CONSTRAINT fk_finding_area FOREIGN KEY (ref_area) REFERENCES dim_area (area_code),
    CONSTRAINT fk_finding_from FOREIGN KEY (valid_from_run) REFERENCES run (run_id),
    CONSTRAINT fk_finding_to FOREIGN KEY (valid_to_run) REFERENCES run (run_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Outcomes of the checks of the stated figures';

-- Finds the findings of a province-year, the unit that they are replaced by.
CREATE INDEX ix_finding_area_year ON finding (ref_area, ref_year);

CREATE TABLE finding_observation (
    finding_id  BIGINT   NOT NULL,
    list_no     INT      NOT NULL COMMENT 'from 0; the total, level or whole first',
    document_id CHAR(64) NOT NULL,
    span_begin  INT      NOT NULL COMMENT 'of the figure in the document',
    article_id  BIGINT   NULL     COMMENT 'with obs_no the figure, null where it is none of the current ones',
    obs_no      INT      NULL,
    PRIMARY KEY (finding_id, list_no),
    CONSTRAINT fk_finding_observation FOREIGN KEY (finding_id) REFERENCES finding (finding_id),
    CONSTRAINT fk_finding_document FOREIGN KEY (document_id) REFERENCES source_document (document_id),
    CONSTRAINT fk_finding_fact FOREIGN KEY (article_id, obs_no) REFERENCES fact_observation (article_id, obs_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='The figures that a finding is about';

CREATE TABLE audit (
    ref_area VARCHAR(12) NOT NULL,
    ref_year SMALLINT    NOT NULL,
    vintage  INT         NOT NULL COMMENT 'the vintage of the province-year that the current findings are of',
    run_id   BIGINT      NOT NULL COMMENT 'the run that audited it',
    PRIMARY KEY (ref_area, ref_year),
    CONSTRAINT fk_audit_area FOREIGN KEY (ref_area) REFERENCES dim_area (area_code),
    CONSTRAINT fk_audit_run FOREIGN KEY (run_id) REFERENCES run (run_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='How far the audit has come: a run that died before its audit is made up for';

-- Outputs and rejects ---------------------------------------------------------------------------------------------------

CREATE TABLE report_file (
    path     VARCHAR(500) NOT NULL COMMENT 'relative to the folder of the outputs, with /',
    run_id   BIGINT       NOT NULL COMMENT 'the run that wrote it',
    sha256   CHAR(64)     NOT NULL,
    ref_area VARCHAR(12)  NULL     COMMENT 'null for a summary over all provinces',
    ref_year SMALLINT     NOT NULL,
    vintage  INT          NOT NULL COMMENT 'the vintage of what it reports on',
    PRIMARY KEY (path, run_id),
    CONSTRAINT fk_report_area FOREIGN KEY (ref_area) REFERENCES dim_area (area_code),
    CONSTRAINT fk_report_run FOREIGN KEY (run_id) REFERENCES run (run_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Report files; the row of the last run tells what stands at a path';

CREATE TABLE rejected_file (
    run_id  BIGINT       NOT NULL,
    name    VARCHAR(500) NOT NULL COMMENT 'relative to the inbox, with /',
    sha256  CHAR(64)     NULL     COMMENT 'null where the file could not be read',
    reason  VARCHAR(64)  NOT NULL COMMENT 'a short stable code: empty, binary, no_article ...',
    message TEXT         NOT NULL COMMENT 'for people',
    PRIMARY KEY (run_id, name),
    CONSTRAINT fk_rejected_run FOREIGN KEY (run_id) REFERENCES run (run_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Files that a run could not take, and why';
