-- What tells two documents apart that are called the same, and two editions of one article.

ALTER TABLE source_document ADD COLUMN is_path BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'whether name is the path in the inbox, with /; false where an earlier version noted the bare name of the file';

ALTER TABLE source_document ADD COLUMN changed BIGINT NULL COMMENT 'when the file was last changed, in milliseconds since 1970, where the job takes the newest of several files with one article; null where it does not';
