package io.ackfin.crosscheck.real;

import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.Recorder;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A recorded run as a file: what was to be run, how it ended, and what every thread recorded. What
 * mistakes were built into the run does not stand in it.
 *
 * <p><b>Format.</b> One gzip stream of big-endian numbers; a text is the number of its bytes and
 * then those, in UTF-8:
 *
 * <pre>
 *   8 bytes  "ACKFREC\n"
 *   int      version of the format, 1
 *   text     the scenario, every default written out
 *   byte     1 if the run finished, else 0
 *   text     what ended it otherwise, else empty
 *   int      how many lanes; of each
 *     text     its name
 *     long     records that found no room
 *     int      records that follow
 *     4 longs  of each record, in the format of {@link io.ackfin.runtime.record}
 *   int      -1, after which nothing follows
 * </pre>
 */
public final class RecordingFile {
  /** How the name of such a file ends. */
  public static final String SUFFIX = ".recording.gz";

  /** What the stream begins with. */
  static final long MAGIC = 0x41434B46_5245430AL;

  /** Version of the format that is read and written. */
  static final int VERSION = 1;

  /** What the stream ends with. */
  static final int END = -1;

  private static final int BUFFER = 1 << 16;

  private RecordingFile() {}

  /**
   * Writes a run; the stream stays open.
   *
   * @param scenario the scenario that was run, every default written out
   */
  public static void write(RecordedRun run, String scenario, OutputStream out) throws IOException {
    GZIPOutputStream zip = new GZIPOutputStream(out, BUFFER);
    DataOutputStream data = new DataOutputStream(new BufferedOutputStream(zip, BUFFER));
    data.writeLong(MAGIC);
    data.writeInt(VERSION);
    text(scenario, data);
    data.writeByte(run.finished() ? 1 : 0);
    text(run.why(), data);
    List<Lane> lanes = run.recording().lanes();
    data.writeInt(lanes.size());
    for (Lane lane : lanes) {
      lane(lane, data);
    }
    data.writeInt(END);
    data.flush();
    zip.finish();
  }

  private static void lane(Lane lane, DataOutputStream data) throws IOException {
    text(lane.name(), data);
    data.writeLong(lane.lost());
    data.writeInt(lane.size());
    for (int i = 0; i < lane.size(); i++) {
      data.writeLong(Recorder.head(lane.kind(i), lane.detail(i), lane.core(i), lane.value(i)));
      data.writeLong(lane.beginNs(i));
      data.writeLong(lane.endNs(i));
      data.writeLong(lane.extra(i));
    }
  }

  private static void text(String text, DataOutputStream data) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    data.writeInt(bytes.length);
    data.write(bytes);
  }

  /**
   * Reads a run and what it needs to be judged.
   *
   * @throws io.ackfin.scenario.text.InvalidInputException if it is no whole recording of this
   *     format, or one that is not complete
   */
  public static RecordedRun read(Path file) {
    return new RecordingReader(file).read();
  }
}
