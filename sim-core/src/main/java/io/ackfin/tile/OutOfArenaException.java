package io.ackfin.tile;

import java.util.List;

/** The tiles that one step needs at a time do not fit into the arena. */
public final class OutOfArenaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutOfArenaException(String tile, CompileOptions options, int step, List<String> contents) {
    super(
        "%s: no room in the arena of %d bytes at step %d (expected: room for %s of %d bytes, %s)\n%s"
            .formatted(
                tile,
                options.arenaBytes(),
                step,
                options.policy() == BufferPolicy.SINGLE ? "three tiles" : "up to six tiles",
                options.tileBytes(),
                "policy " + options.policy(),
                String.join("\n", contents)));
  }
}
