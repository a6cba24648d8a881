-- Finds what is held under the name of a file that comes, without reading all documents.

CREATE INDEX ix_document_name ON source_document (name);
