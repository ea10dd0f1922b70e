package io.ackfin.crosscheck.real;

import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.Recording;
import io.ackfin.scenario.Scenario;
import io.ackfin.scenario.ScenarioLoader;
import io.ackfin.scenario.text.InvalidInputException;
import io.ackfin.scenario.text.Position;
import io.ackfin.scenario.text.Problem;
import io.ackfin.scenario.text.SourceText;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads one file of {@link RecordingFile}'s format and believes none of it unchecked. */
final class RecordingReader {
  private static final String WHOLE = "a whole recording, as crosscheck --out keeps them";
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_TEXT = (int) SourceText.LARGEST;
  private static final int WORDS = 4;
  // What is announced may be a lie: memory is taken as far as there are records for it.
  private static final int FIRST_RECORDS = 1 << 12;
  private static final int MOST_LANES = 1 << 10;
  private static final int MOST_RECORDS = Integer.MAX_VALUE / WORDS / 2;

  private final Path file;

  RecordingReader(Path file) {
    this.file = file;
  }

  RecordedRun read() {
    try (InputStream raw = Files.newInputStream(file);
        InputStream zip = new GZIPInputStream(raw, BUFFER);
        DataInputStream data = new DataInputStream(new BufferedInputStream(zip, BUFFER))) {
      return run(data);
    } catch (NoSuchFileException e) {
      throw refusal("not found", "a recording that crosscheck wrote");
    } catch (ZipException e) {
      throw refusal("no gzip stream, or a damaged one", WHOLE);
    } catch (EOFException e) {
      throw refusal("ends too early", WHOLE);
    } catch (IOException e) {
      throw refusal("not readable", "a recording that crosscheck wrote");
    }
  }

  private InvalidInputException refusal(String found, String expected) {
    return new InvalidInputException(
        List.of(new Problem(Position.of(file.toString()), "recording", found, expected)));
  }

  /** What is packed is believed only when all of it was read, its check sum included. */
  private RecordedRun run(DataInputStream data) throws IOException {
    if (data.readLong() != RecordingFile.MAGIC) {
      throw refusal("something else", WHOLE);
    }
    int version = data.readInt();
    if (version != RecordingFile.VERSION) {
      throw refusal(
          "format " + version, "format " + RecordingFile.VERSION + ", which this version reads");
    }
    String scenario = text(data);
    byte finished = data.readByte();
    String why = text(data);
    List<Lane> lanes = lanes(data);
    if (data.readInt() != RecordingFile.END || data.read() >= 0) {
      throw refusal("goes on behind its end", WHOLE);
    }
    if (finished < 0 || finished > 1 || (finished == 1) != why.isEmpty()) {
      throw refusal("no end that a run can have", WHOLE);
    }
    RuntimePlan plan = RuntimePlans.of(scenario(scenario));
    checkLanes(lanes, plan);
    return new RecordedRun(plan, new Recording(lanes), finished == 1, why);
  }

  private Scenario scenario(String text) {
    SourceText source = new SourceText(file + " (scenario)", text, SourceText.Syntax.YAML);
    return ScenarioLoader.parse(source, Path.of(""), List.of(), new RuntimeLimits());
  }

  private List<Lane> lanes(DataInputStream data) throws IOException {
    int count = data.readInt();
    if (count < 0 || count > MOST_LANES) {
      throw refusal(count + " lanes", "0 to " + MOST_LANES);
    }
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = text(data);
      long lost = data.readLong();
      try {
        lanes.add(Lane.of(name, words(data), lost));
      } catch (IllegalArgumentException e) {
        throw refusal(Problem.quote(name) + ": " + e.getMessage(), WHOLE);
      }
    }
    return lanes;
  }

  private void checkLanes(List<Lane> lanes, RuntimePlan plan) {
    List<String> expected = RuntimePlans.lanes(plan.spec());
    if (lanes.size() != expected.size()) {
      throw refusal(
          lanes.size() + " lanes", expected.size() + " lanes, as its scenario has threads");
    }
    for (int i = 0; i < lanes.size(); i++) {
      Lane lane = lanes.get(i);
      if (!lane.name().equals(expected.get(i))) {
        throw refusal(
            "lane '" + Problem.quote(lane.name()) + "'", "lane '" + expected.get(i) + "'");
      }
      if (lane.lost() != 0) {
        throw refusal(
            lane.lost() + " records of " + lane.name() + " are lost", "a recording without gaps");
      }
      for (int record = 0; record < lane.size(); record++) {
        check(lane, record, plan.spec().chip().cores());
      }
    }
  }

  private long[] words(DataInputStream data) throws IOException {
    int records = data.readInt();
    if (records < 0 || records > MOST_RECORDS) {
      throw refusal(records + " records", "0 to " + MOST_RECORDS);
    }
    long[] words = new long[Math.min(records, FIRST_RECORDS) * WORDS];
    for (int i = 0; i < records * WORDS; i++) {
      if (i == words.length) {
        words = Arrays.copyOf(words, (int) Math.min(2L * words.length, (long) records * WORDS));
      }
      words[i] = data.readLong();
    }
    return words;
  }

  private void check(Lane lane, int record, int cores) {
    if (lane.core(record) >= cores) {
      throw refusal(
          lane.name() + ": record " + record + " of core " + lane.core(record),
          "cores 0 to " + (cores - 1));
    }
    if (lane.endNs(record) < lane.beginNs(record)) {
      throw refusal(
          lane.name() + ": record " + record + " ends before it begins", "times that do not fall");
    }
  }

  private String text(DataInputStream data) throws IOException {
    int length = data.readInt();
    if (length < 0 || length > LONGEST_TEXT) {
      throw refusal("a text of " + length + " bytes", "at most " + LONGEST_TEXT + " bytes");
    }
    byte[] bytes = data.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
