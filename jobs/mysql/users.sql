-- Makes the database and its users: once, by an administrator of the server, before the first run.
--
--   mysql --user=root -p < users.sql          (on MariaDB: mariadb ...)
--
-- Change first: the three passwords, and '%' to the host that the job runs on if you know it ('10.1.2.3', '10.1.2.%').
-- Another name for the database goes into every line; a GRANT takes _ for a wildcard: `fupin\_2`.*
-- Runs on MySQL 8.4 or newer and on MariaDB 10.11 or newer. Running it again changes nothing, passwords neither.

CREATE DATABASE IF NOT EXISTS fupin CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Makes the tables, and changes them when a new version of the program asks for it: `fupin migrate`, by hand, after an
-- upgrade. Nothing else needs it; it may be locked in between (ALTER USER fupin_migrate ACCOUNT LOCK).
CREATE USER IF NOT EXISTS 'fupin_migrate'@'%' IDENTIFIED BY 'change-me-1';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES ON fupin.* TO 'fupin_migrate'@'%';

-- Runs the job, cron's and systemd's user: rows only. It cannot change or drop a table, see another database, read or
-- write files of the server, or grant anything.
CREATE USER IF NOT EXISTS 'fupin_run'@'%' IDENTIFIED BY 'change-me-2';
GRANT SELECT, INSERT, UPDATE, DELETE ON fupin.* TO 'fupin_run'@'%';

-- Looks: `fupin status`, `history`, `export`, and any SQL client. Sees all tables, the addresses in the outbox included.
CREATE USER IF NOT EXISTS 'fupin_audit'@'%' IDENTIFIED BY 'change-me-3';
GRANT SELECT ON fupin.* TO 'fupin_audit'@'%';

-- Where the server is another machine, let nobody in without TLS (the handbook, installation.md: "TLS to the database"):
--
--   ALTER USER 'fupin_migrate'@'%' REQUIRE SSL;
--   ALTER USER 'fupin_run'@'%' REQUIRE SSL;
--   ALTER USER 'fupin_audit'@'%' REQUIRE SSL;
--
-- REQUIRE SSL makes the server refuse connections in the clear; that the program talks to the right server is for the
-- program to check (sslMode=VERIFY_IDENTITY in the JDBC URL). REQUIRE X509 asks the program for a certificate of its own.
