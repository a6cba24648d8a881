-- What keeps mail from the wrong office, and what keeps mail that was given up from being forgotten.

ALTER TABLE outbox_file ADD COLUMN ref_area VARCHAR(12) NULL COMMENT 'whose report it is, ISO 3166-2; empty for a summary, null where it was queued before there was this column';

ALTER TABLE outbox_delivery ADD COLUMN owner_told VARCHAR(255) NULL COMMENT 'the Message-ID of what told the owner that it was given up';
