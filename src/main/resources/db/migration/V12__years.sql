-- What reports show of the years before theirs, so that they need not be read whole; and how report files looked when they
-- were read last, so that a run that changes nothing need not read them either.

CREATE TABLE headline (
    ref_area    VARCHAR(12) NOT NULL,
    ref_year    SMALLINT    NOT NULL,
    indicator   VARCHAR(32) NOT NULL COMMENT 'funds, income ...; those without a figure have no row',
    list_no     INT         NOT NULL COMMENT 'order of the code list',
    article_id  BIGINT      NOT NULL COMMENT 'with obs_no the figure that states it',
    obs_no      INT         NOT NULL,
    scope       VARCHAR(16) NULL     COMMENT 'of whom it is: province, key_counties ...; null where it cannot be compared',
    money_class VARCHAR(32) NULL     COMMENT 'whose money it comprises; null for all but the total of funds',
    PRIMARY KEY (ref_area, ref_year, indicator),
    CONSTRAINT fk_headline_area FOREIGN KEY (ref_area) REFERENCES dim_area (area_code),
    CONSTRAINT fk_headline_fact FOREIGN KEY (article_id, obs_no) REFERENCES fact_observation (article_id, obs_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='The headline figures of each province and year, as the reports of later years show them';

ALTER TABLE audit ADD COLUMN headlines_by VARCHAR(100) NULL COMMENT 'version of the program that chose the headlines of this vintage; null where none has yet';

ALTER TABLE audit ADD COLUMN headlines_sha256 CHAR(64) NULL COMMENT 'of what reports of later years show of them';

CREATE TABLE report_state (
    path       VARCHAR(500) NOT NULL COMMENT 'relative to the folder of the outputs, with /',
    sha256     CHAR(64)     NOT NULL COMMENT 'of the file when it was read last',
    byte_size  BIGINT       NOT NULL,
    file_state VARCHAR(200) NOT NULL COMMENT 'times of change and identity that the file had then: one that has them still is not read again',
    PRIMARY KEY (path)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='How report files lie on the disk of whoever made them';

-- Each part of a step asks whether it was begun before, which reads all parts otherwise.
CREATE INDEX ix_batch_step_name ON BATCH_STEP_EXECUTION (STEP_NAME, JOB_EXECUTION_ID);
