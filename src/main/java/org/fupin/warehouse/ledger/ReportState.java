package org.fupin.warehouse.ledger;

/**
 * How a report file lay on the disk when it was read last.
 *
 * @param path relative to the folder of the outputs, with {@code /}
 * @param sha256 of its bytes
 * @param fileState its times of change and identity; equal only as long as nobody wrote to it
 */
public record ReportState(String path, String sha256, long bytes, String fileState) {}
