package io.ackfin.scenario.describe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A kind of thing that can be described. Tables are made when they are asked for: describing one
 * preset does not generate the tables of all generators.
 *
 * @param name how the command line names the kind
 * @param meaning what it is
 * @param things the table of each thing of this kind, by its name; none if there is only one thing
 * @param all the tables of the kind as a whole
 */
record Topic(
    String name, String meaning, Map<String, Supplier<Table>> things, Supplier<List<Table>> all) {

  /** A topic whose whole is the list of its things' tables. */
  static Topic ofTables(String name, String meaning, Map<String, Supplier<Table>> things) {
    return new Topic(
        name, meaning, things, () -> things.values().stream().map(Supplier::get).toList());
  }

  /** A topic whose things are a row each, and whose whole is one table of all rows. */
  static <T> Topic ofRows(
      String name,
      String meaning,
      List<String> columns,
      T[] things,
      Function<T, List<String>> row) {
    Map<String, Supplier<Table>> tables = new LinkedHashMap<>();
    for (T thing : things) {
      tables.put(thing.toString(), () -> new Table("", columns, List.of(row.apply(thing))));
    }
    List<List<String>> rows = List.of(things).stream().map(row).toList();
    return new Topic(name, meaning, tables, () -> List.of(new Table("", columns, rows)));
  }
}
