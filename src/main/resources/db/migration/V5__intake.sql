-- What is known of a rejected file, and since when it is one.

ALTER TABLE rejected_file ADD COLUMN byte_size BIGINT NULL COMMENT 'null where the file could not be read';

CREATE INDEX rejected_file_name ON rejected_file (name);
