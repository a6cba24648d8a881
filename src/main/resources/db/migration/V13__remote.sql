-- Runs whose files are read and reports made by several processes, "workers", on several machines. The keys of the work go
-- over a message broker; who may write for a key stands here.

-- Tells the messages of this warehouse from those of others that use the same broker.
CREATE TABLE warehouse_mark (
    only_row INT      NOT NULL COMMENT '1',
    mark     CHAR(36) NOT NULL COMMENT 'random',
    PRIMARY KEY (only_row)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='What the warehouse is called in messages';

CREATE TABLE shared_run (
    owner   CHAR(36)     NOT NULL COMMENT 'as in run_lock: one attempt of a run',
    run_id  BIGINT       NOT NULL,
    version VARCHAR(100) NOT NULL COMMENT 'of the program that makes the run',
    rules   CHAR(64)     NOT NULL COMMENT 'SHA-256 of its rules and words',
    terms   TEXT         NOT NULL COMMENT 'what the run goes by, as JSON',
    PRIMARY KEY (owner),
    CONSTRAINT fk_shared_run FOREIGN KEY (run_id) REFERENCES run (run_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='The run whose work is shared, for its workers';

-- Times are seconds since 1970 by the clock of the database, as in run_lock. The row is written by heartbeats only.
CREATE TABLE worker (
    worker_id       CHAR(36)     NOT NULL COMMENT 'random',
    host            VARCHAR(255) NOT NULL COMMENT 'name of its machine',
    process         BIGINT       NOT NULL COMMENT 'its process number',
    process_started BIGINT       NOT NULL COMMENT 'milliseconds since 1970; tells it from a later process of the same number',
    process_space   VARCHAR(255) NOT NULL COMMENT 'kernel, process namespace and user: where the process number has a meaning',
    job             VARCHAR(100) NOT NULL COMMENT 'name of the job that it works for',
    version         VARCHAR(100) NOT NULL COMMENT 'of the program',
    started         BIGINT       NOT NULL COMMENT 'seconds since 1970',
    heartbeat       BIGINT       NOT NULL COMMENT 'seconds since 1970: when it last showed that it lives',
    threads         INT          NOT NULL COMMENT 'how many partitions it does at the same time',
    partitions_done INT          NOT NULL COMMENT 'since it started',
    PRIMARY KEY (worker_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Processes that work for runs, living or silent';

CREATE TABLE partition_claim (
    partition_id  BIGINT       NOT NULL COMMENT 'number of its step execution in Spring Batch',
    owner         CHAR(36)     NOT NULL COMMENT 'as in shared_run',
    step          VARCHAR(100) NOT NULL,
    label         TEXT         NOT NULL COMMENT 'its key, for people',
    limit_seconds BIGINT       NOT NULL COMMENT 'longer in work than this is given up',
    claim         CHAR(36)     NULL     COMMENT 'random name of one taking; null if nobody has it',
    worker_id     CHAR(36)     NULL     COMMENT 'who has, or had, it',
    taken         BIGINT       NULL     COMMENT 'seconds since 1970',
    taken_times   INT          NOT NULL DEFAULT 0,
    done          BIGINT       NULL     COMMENT 'seconds since 1970; null as long as it is not through',
    report        LONGTEXT     NULL     COMMENT 'what was found out, as JSON',
    PRIMARY KEY (partition_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Work of the run that is shared: who does it; its row is held by each transaction that writes for it';

CREATE INDEX partition_claim_done ON partition_claim (owner, done);
