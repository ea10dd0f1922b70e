package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.Access;
import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.Location;

/**
 * What the tables want at a point.
 *
 * @param operation the operation's name, or what may begin there
 * @param location where
 * @param value what is to be stored, or what a load would see; empty where there is neither
 */
public record Expected(String operation, Location location, String value) {
  /** What an access asks for, where a load would see {@code shown}. */
  static Expected of(String operation, long access, long shown) {
    Location location = Access.location(access);
    int value = Access.value(access);
    if (location == Location.PAYLOAD) {
      boolean loads = Access.kind(access) == AccessKind.LOAD;
      String holding = loads ? " that holds " + Words.of(location, shown) : "";
      return new Expected(operation, location, "slot " + value + holding);
    }
    return switch (Access.kind(access)) {
      case LOAD -> new Expected(operation, location, Words.of(location, shown));
      case STORE -> new Expected(operation, location, Words.of(location, value & 0xFFFFFFFFL));
      case BARRIER, LOCAL, HOME, HALT -> new Expected(operation, location, "");
    };
  }

  @Override
  public String toString() {
    String where = location == Location.NONE ? "" : " " + location;
    return operation + where + (value.isEmpty() ? "" : " " + value);
  }
}
