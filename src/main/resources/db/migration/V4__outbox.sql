-- The ledger of the mail: what was put together for whom, with which files, and how far it has come to each address.
-- Written for H2 in MySQL mode, MySQL and MariaDB, as V1 is.

CREATE TABLE outbox (
    outbox_id      BIGINT       NOT NULL AUTO_INCREMENT,
    office_id      VARCHAR(64)  NOT NULL COMMENT 'id of the office in the file of the recipients; owner for the owner',
    period         CHAR(7)      NOT NULL COMMENT 'the month that the message is for, YYYY-MM',
    content_sha256 CHAR(64)     NOT NULL COMMENT 'of the addresses and of path and SHA-256 of each file; for the owner of what is told',
    copy_no        INT          NOT NULL DEFAULT 0 COMMENT '0, or which copy it is of a message that was asked for again',
    kind           VARCHAR(16)  NOT NULL COMMENT 'reports, update, nothing_new or owner',
    message_id     VARCHAR(255) NOT NULL COMMENT 'the Message-ID, the same in every attempt',
    in_reply_to    VARCHAR(255) NULL     COMMENT 'the Message-ID that it is a copy of',
    mail_from      TEXT         NOT NULL COMMENT 'name and address of the sender',
    reply_to       TEXT         NULL,
    mail_to        TEXT         NOT NULL COMMENT 'names and addresses, one a line',
    mail_cc        TEXT         NOT NULL COMMENT 'names and addresses, one a line; empty for none',
    contact        TEXT         NULL     COMMENT 'whom to write to who wants no more; null for the owner',
    language       VARCHAR(8)   NOT NULL COMMENT 'of the bodies, ISO 639',
    subject        TEXT         NOT NULL,
    body_text      LONGTEXT     NOT NULL,
    body_html      LONGTEXT     NOT NULL,
    attached       BOOLEAN      NOT NULL COMMENT 'false where the bodies name the files instead',
    run_id         BIGINT       NULL     COMMENT 'the run that queued it; null where no run did',
    queued         DATETIME(3)  NOT NULL COMMENT 'UTC',
    PRIMARY KEY (outbox_id),
    CONSTRAINT uk_outbox_content UNIQUE (office_id, period, content_sha256, copy_no),
    CONSTRAINT uk_outbox_message UNIQUE (message_id),
    CONSTRAINT fk_outbox_run FOREIGN KEY (run_id) REFERENCES run (run_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Messages: put together once, sent as they are here';

CREATE TABLE outbox_file (
    outbox_id  BIGINT       NOT NULL,
    list_no    INT          NOT NULL COMMENT 'from 0, in the order of the message',
    path       VARCHAR(500) NOT NULL COMMENT 'relative to the folder of the outputs, with /',
    name       VARCHAR(255) NOT NULL COMMENT 'the name that it has in the mail',
    sha256     CHAR(64)     NOT NULL,
    byte_size  BIGINT       NOT NULL,
    media_type VARCHAR(100) NOT NULL,
    PRIMARY KEY (outbox_id, list_no),
    CONSTRAINT fk_outbox_file FOREIGN KEY (outbox_id) REFERENCES outbox (outbox_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Files that a message brings, attached or named';

CREATE TABLE outbox_delivery (
    outbox_id     BIGINT       NOT NULL,
    address       VARCHAR(320) NOT NULL,
    list_no       INT          NOT NULL COMMENT 'from 0, in the order of the message',
    status        VARCHAR(12)  NOT NULL COMMENT 'pending, sending, sent, failed or superseded',
    attempts      INT          NOT NULL DEFAULT 0 COMMENT 'that reached the server, the one under way included',
    first_attempt DATETIME(3)  NULL     COMMENT 'UTC',
    next_attempt  DATETIME(3)  NULL     COMMENT 'UTC, not before; null where there is none',
    sent          DATETIME(3)  NULL     COMMENT 'UTC, when the server took it',
    reason        TEXT         NOT NULL COMMENT 'why the last attempt failed or none is made, empty for none',
    PRIMARY KEY (outbox_id, address),
    CONSTRAINT fk_delivery_outbox FOREIGN KEY (outbox_id) REFERENCES outbox (outbox_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='A message on its way to one of its addresses';

-- Finds what is to be sent among years of what was.
CREATE INDEX ix_delivery_status ON outbox_delivery (status, next_attempt);
