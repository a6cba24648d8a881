-- What unattended runs need: one at a time, and one that was broken off goes on under its own number.

-- Times are seconds since 1970 by the clock of the database, the one clock that all hosts share; a date and time would
-- jump with the server's summer time.
CREATE TABLE run_lock (
    lock_name       VARCHAR(100) NOT NULL COMMENT 'what one at a time may do: the kind of job',
    owner           CHAR(36)     NULL     COMMENT 'random name of who holds it; null if nobody does',
    host            VARCHAR(255) NULL     COMMENT 'name of its machine',
    process         BIGINT       NULL     COMMENT 'its process number',
    process_started BIGINT       NULL     COMMENT 'milliseconds since 1970; tells it from a later process of the same number',
    process_space   VARCHAR(255) NULL     COMMENT 'kernel, process namespace and user: where the process number has a meaning',
    job             VARCHAR(100) NULL     COMMENT 'name of the job that it runs',
    period          CHAR(7)      NULL     COMMENT 'the month that it runs it for, YYYY-MM',
    run_id          BIGINT       NULL     COMMENT 'null until the run has a row',
    acquired        BIGINT       NULL     COMMENT 'seconds since 1970',
    PRIMARY KEY (lock_name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Who is at work; its row is held shared by each transaction of its owner';

-- A table of its own: the owner's transactions hold its row of run_lock, and the heart must beat while they do.
CREATE TABLE run_heartbeat (
    lock_name VARCHAR(100) NOT NULL,
    owner     CHAR(36)     NOT NULL COMMENT 'as in run_lock; of an earlier owner the time says nothing',
    heartbeat BIGINT       NOT NULL COMMENT 'seconds since 1970: when the owner last showed that it lives',
    PRIMARY KEY (lock_name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Whether who is at work still lives';

ALTER TABLE run ADD COLUMN attempts INT NOT NULL DEFAULT 1 COMMENT 'how often it was begun: a run that was broken off is continued';
ALTER TABLE run ADD COLUMN attempt_started DATETIME(3) NULL COMMENT 'UTC; when the last attempt began, null if there was one only';
ALTER TABLE run ADD COLUMN message TEXT NULL COMMENT 'what ended a run that failed, a line for each failure';

ALTER TABLE source_document ADD COLUMN attempt INT NOT NULL DEFAULT 1 COMMENT 'the last attempt of its run that found the content in the inbox';
