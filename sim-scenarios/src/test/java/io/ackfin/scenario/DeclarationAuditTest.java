package io.ackfin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.handshake.Addition;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import io.ackfin.scenario.bind.Kinds;
import io.ackfin.scenario.bind.RecordType;
import io.ackfin.scenario.bind.ValueTypes;
import io.ackfin.workload.KernelDuration;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever a scenario reaches is declared, named in one style, registered, and true. */
@Tag("unit")
class DeclarationAuditTest {
  private static final ValueTypes TYPES = ScenarioTypes.create();
  private static final Set<Class<?>> REACHED = reached();

  private static Set<Class<?>> reached() {
    Set<Class<?>> reached = new LinkedHashSet<>();
    reach(Scenario.class, reached);
    reach(PresetFile.class, reached);
    return reached;
  }

  private static void reach(Type type, Set<Class<?>> reached) {
    if (type instanceof ParameterizedType generic) {
      reach(generic.getActualTypeArguments()[0], reached);
      return;
    }
    Class<?> plain = (Class<?>) type;
    Kinds kinds = TYPES.kinds(plain);
    if (kinds != null) {
      kinds.records().values().forEach(record -> reach(record, reached));
      if (kinds.shortForm() != null) {
        reach(kinds.shortForm(), reached);
      }
    } else if (plain.isEnum()) {
      reached.add(plain);
    } else if (TYPES.isRecord(plain) && reached.add(plain)) {
      RecordType.of(plain).components().forEach(component -> reach(component.type(), reached));
    }
  }

  @Test
  void everyRecordIsReached() {
    assertThat(REACHED)
        .contains(Scenario.class, ExpectSection.class, KernelDuration.Empirical.class)
        .contains(Variant.class, ResourceShape.class, Subslot.class)
        .hasSizeGreaterThan(30);
  }

  /** A parameter; what it means is missing. */
  record Undeclared(@Parameter("declared") int fine, int forgotten) {}

  @Test
  void forgottenDeclarationSaysWhatToDo() {
    assertThatThrownBy(() -> RecordType.of(Undeclared.class))
        .hasMessageEndingWith(
            "Undeclared.forgotten: not declared (expected: @Parameter on the record component,"
                + " with its meaning, its range, and the source of its default)");
  }

  @Test
  void meaningsAreSentencesWithoutAFullStop() {
    List<String> wrong = new ArrayList<>();
    for (Class<?> type : REACHED) {
      if (type.isRecord()) {
        for (RecordType.Component component : RecordType.of(type).components()) {
          Parameter parameter = component.parameter();
          boolean fine = parameter.value().matches("[^ ].*[^. ]") && !parameter.value().isBlank();
          if (!fine || parameter.min() > parameter.max()) {
            wrong.add(type.getSimpleName() + "." + component.name() + ": " + parameter);
          }
        }
      }
    }
    assertThat(wrong).as("declarations to mend").isEmpty();
  }

  @Test
  void namesOfChoicesAreInOneStyle() {
    for (Class<?> type : REACHED) {
      if (type.isEnum() && type != ResourceShape.class && type != Subslot.class) {
        assertThat(type.getEnumConstants())
            .as(type.getName() + ": toString is the name in files (expected: lower-kebab-case)")
            .allMatch(label -> label.toString().matches("[a-z0-9]+([-:][a-z0-9]+)*"));
      }
    }
  }

  @Test
  void keysAreInOneStyle() {
    for (Class<?> type : REACHED) {
      if (type.isRecord()) {
        assertThat(RecordType.of(type).components())
            .as(type.getName())
            .allMatch(component -> component.name().matches("[a-z]+([A-Z][a-z]+)*"));
      }
    }
  }

  @Test
  void everyKindIsRegistered() {
    for (Class<?> common : List.of(KernelDuration.class, Workload.class)) {
      Kinds kinds = TYPES.kinds(common);
      Set<Class<?>> registered = new LinkedHashSet<>(kinds.records().values());
      if (kinds.shortForm() != null) {
        registered.add(kinds.shortForm());
      }
      assertThat(registered)
          .as(common.getName() + ": register new kinds in ScenarioTypes")
          .containsExactlyInAnyOrder(common.getPermittedSubclasses());
    }
  }

  /** Switching off what a variant does not have leaves its tables as they are, and only that. */
  @Test
  void variantRulesAgreeWithTheTables() {
    for (Variant variant : Variant.values()) {
      Protocol whole = Protocol.of(variant);
      assertThat(changing(Protection.values(), off -> differ(whole, whole.without(off))))
          .as(variant.toString())
          .isEqualTo(changing(Protection.values(), off -> VariantRules.has(variant, off)));
      assertThat(changing(Addition.values(), on -> differ(whole, whole.with(on))))
          .as(variant.toString())
          .isEqualTo(changing(Addition.values(), on -> VariantRules.has(variant, on)));
      assertThat(changing(Fault.values(), fault -> differ(whole, whole.withFault(fault))))
          .as(variant.toString())
          .isEqualTo(changing(Fault.values(), fault -> VariantRules.has(variant, fault)));
    }
  }

  @Test
  void variantRulesOfEarlyStagingAgreeWithTheTables() {
    for (Variant variant : Variant.values()) {
      Protocol whole = Protocol.of(variant).staging(true);
      assertThat(changing(Protection.values(), off -> differ(whole, whole.without(off))))
          .as(variant.toString())
          .isEqualTo(changing(Protection.values(), off -> VariantRules.has(variant, true, off)));
    }
  }

  private static <E> List<E> changing(E[] rules, Predicate<E> changes) {
    return Arrays.stream(rules).filter(changes).toList();
  }

  private static boolean differ(Protocol one, Protocol other) {
    try {
      assertThat(one.tables()).usingRecursiveComparison().isEqualTo(other.tables());
      return false;
    } catch (AssertionError e) {
      return true;
    }
  }
}
