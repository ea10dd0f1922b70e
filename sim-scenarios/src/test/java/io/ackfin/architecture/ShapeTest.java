package io.ackfin.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.ackfin.architecture.Production.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How entangled, deep and wide the code may be. */
@Tag("unit")
class ShapeTest {
  private static final int MOST_CLASSES_OF_OURS_IN_A_CHAIN = 2;
  private static final int MOST_PARAMETERS = 6;

  /** Methods with more parameters: the full name, and why. */
  private static final Map<String, String> MORE_PARAMETERS = new TreeMap<>();

  @Test
  void packagesFormNoCycle() {
    slices()
        .matching("io.ackfin.(**)")
        .should()
        .beFreeOfCycles()
        .because("what can only be understood, tested and moved together is one package")
        .check(CLASSES);
  }

  @Test
  void inheritanceIsShallow() {
    classes()
        .should(
            haveAtMost(
                "classes of ours in their chain of superclasses, themselves included",
                MOST_CLASSES_OF_OURS_IN_A_CHAIN))
        .because("behaviour that is spread over a chain has to be read in all of its links")
        .check(CLASSES);
  }

  @Test
  void methodsHaveFewParameters() {
    codeUnits()
        .that(describe("are written by hand and not a record's constructor", ShapeTest::isWritten))
        .should(haveFewParameters())
        .because("a long list of values is a type that nobody has named yet")
        .check(CLASSES);
  }

  /** An exception that nothing needs any more must go. */
  @Test
  void everyExceptionIsNeeded() {
    assertThat(CLASSES.stream().flatMap(type -> type.getCodeUnits().stream()))
        .filteredOn(unit -> unit.getRawParameterTypes().size() > MOST_PARAMETERS)
        .extracting(JavaCodeUnit::getFullName)
        .containsAll(MORE_PARAMETERS.keySet());
    assertThat(MORE_PARAMETERS.values()).noneMatch(String::isBlank);
  }

  private static boolean isWritten(JavaCodeUnit unit) {
    boolean synthetic = unit.getModifiers().contains(JavaModifier.SYNTHETIC);
    return !synthetic && !(unit instanceof JavaConstructor && unit.getOwner().isRecord());
  }

  private static ArchCondition<JavaCodeUnit> haveFewParameters() {
    return new ArchCondition<>("have at most " + MOST_PARAMETERS + " parameters") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        int parameters = unit.getRawParameterTypes().size();
        if (parameters > MOST_PARAMETERS && !MORE_PARAMETERS.containsKey(unit.getFullName())) {
          events.add(
              SimpleConditionEvent.violated(
                  unit, unit.getFullName() + " has " + parameters + " parameters"));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> haveAtMost(String what, int most) {
    return new ArchCondition<>("have at most " + most + " " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        long ours =
            type.getAllRawSuperclasses().stream()
                    .filter(parent -> parent.getPackageName().startsWith("io.ackfin"))
                    .count()
                + 1;
        if (ours > most) {
          events.add(
              SimpleConditionEvent.violated(type, type.getName() + " ends a chain of " + ours));
        }
      }
    };
  }
}
