package io.ackfin.run;

import io.ackfin.device.soc.SubtaskTable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digest of a run: SHA-256 over every subtask's row, in the order of subtasks: the six times,
 * the core, the kernel and the case, each as eight bytes, most significant first. It does not
 * depend on what was traced.
 */
final class Digest {
  private static final int BUFFER = 1 << 16;

  private Digest() {}

  static String of(SubtaskTable table) {
    MessageDigest sha = sha256();
    SubtaskTable.Time[] columns = SubtaskTable.Time.values();
    int rowBytes = (columns.length + 3) * Long.BYTES;
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    for (int row = 0; row < table.rows(); row++) {
      if (buffer.remaining() < rowBytes) {
        sha.update(buffer.flip());
        buffer.clear();
      }
      for (SubtaskTable.Time column : columns) {
        buffer.putLong(table.time(row, column));
      }
      buffer.putLong(table.core(row));
      buffer.putLong(table.kernel(row));
      buffer.putLong(table.completedBy(row).ordinal());
    }
    sha.update(buffer.flip());
    return HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
