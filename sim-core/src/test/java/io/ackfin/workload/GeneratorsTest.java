package io.ackfin.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.core.parameter.Parameter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("unit")
class GeneratorsTest {
  static Stream<GraphGenerator> generators() {
    return Generators.all().stream();
  }

  static Stream<Class<?>> declaredRecords() {
    return Stream.concat(
        Stream.concat(generators().map(Object::getClass), Stream.of(TaskLine.class)),
        Arrays.stream(KernelDuration.class.getPermittedSubclasses()));
  }

  @Test
  void everyGeneratorThatExistsIsRegistered() throws Exception {
    assertThat(existingGenerators())
        .containsExactlyInAnyOrderElementsOf(
            generators().map(Object::getClass).collect(Collectors.toList()));
  }

  @Test
  void kindsFindTheirGenerator() {
    assertThat(generators().map(GraphGenerator::kind)).doesNotHaveDuplicates();
    assertThat(Generators.ofKind("layered")).contains(Layered.defaults());
    assertThat(Generators.ofKind("Layered")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("generators")
  void registeredValuesAreTheDefaults(GraphGenerator generator) throws Exception {
    assertThat(generator.getClass().getMethod("defaults").invoke(null)).isEqualTo(generator);
  }

  @ParameterizedTest
  @MethodSource("declaredRecords")
  void everyComponentIsDeclared(Class<?> type) {
    assertThat(type.getRecordComponents()).isNotEmpty();
    assertThat(type.getRecordComponents())
        .allSatisfy(part -> assertThat(part.getAnnotation(Parameter.class).value()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("generators")
  void declaredRangesAreTheCheckedOnes(GraphGenerator generator) throws Exception {
    for (RecordComponent part : generator.getClass().getRecordComponents()) {
      Parameter declared = part.getAnnotation(Parameter.class);
      if (part.getType() == int.class) {
        int min = (int) declared.min();
        int max = (int) declared.max();
        assertThat(with(generator, part, min)).isNotNull();
        assertRefused(generator, part, min - 1);
        assertRefused(generator, part, max + 1);
      } else if (part.getType() == double.class) {
        assertThat(with(generator, part, (double) declared.min())).isNotNull();
        assertThat(with(generator, part, (double) declared.max())).isNotNull();
        assertRefused(generator, part, Math.nextDown((double) declared.min()));
        assertRefused(generator, part, Math.nextUp((double) declared.max()));
        assertRefused(generator, part, Double.NaN);
      }
    }
  }

  private static void assertRefused(GraphGenerator generator, RecordComponent part, Object value) {
    assertThatThrownBy(() -> with(generator, part, value))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(part.getName() + ": " + value + " (expected: ");
  }

  /** The same generator with one component changed. */
  private static Object with(GraphGenerator generator, RecordComponent changed, Object value)
      throws ReflectiveOperationException {
    RecordComponent[] parts = generator.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[parts.length];
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      types[i] = parts[i].getType();
      values[i] =
          parts[i].getName().equals(changed.getName())
              ? value
              : parts[i].getAccessor().invoke(generator);
    }
    Constructor<?> canonical = generator.getClass().getDeclaredConstructor(types);
    return canonical.newInstance(values);
  }

  private static List<Class<?>> existingGenerators() throws IOException, URISyntaxException {
    Path classes =
        Path.of(GraphGenerator.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .map(GeneratorsTest::load)
          .filter(type -> GraphGenerator.class.isAssignableFrom(type) && !type.isInterface())
          .collect(Collectors.toList());
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, GeneratorsTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }
}
