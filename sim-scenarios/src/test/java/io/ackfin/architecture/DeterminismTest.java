package io.ackfin.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.ackfin.architecture.Production.CLASSES;
import static io.ackfin.architecture.Production.DETERMINISTIC;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What would make equal input give different results, in the packages where a run is decided. */
@Tag("unit")
class DeterminismTest {
  @Test
  void noWallClock() {
    noClasses()
        .that()
        .resideInAnyPackage(DETERMINISTIC)
        .should()
        .callMethodWhere(called(System.class, "nanoTime", "currentTimeMillis"))
        .orShould()
        .dependOnClassesThat(resideInAPackage("java.time..").or(equivalentTo(Date.class)))
        .because("simulated time is the only time that a result may know")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void noUnseededRandomness() {
    noClasses()
        .that()
        .resideInAnyPackage(DETERMINISTIC)
        .should()
        .callMethodWhere(
            called(Math.class, "random")
                .or(called(StrictMath.class, "random"))
                .or(called(System.class, "identityHashCode")))
        .orShould()
        .dependOnClassesThat(
            assignableTo(java.util.Random.class)
                .or(assignableTo(SplittableRandom.class))
                .or(equivalentTo(UUID.class))
                .as("draw in sequence or from nowhere"))
        .because("a draw is a function of the seed and of what it is for, not of who drew before")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void noOrderOfAHash() {
    noClasses()
        .that()
        .resideInAnyPackage(DETERMINISTIC)
        .should()
        .dependOnClassesThat(
            equivalentTo(HashMap.class)
                .or(equivalentTo(HashSet.class))
                .or(equivalentTo(Hashtable.class))
                .or(equivalentTo(IdentityHashMap.class))
                .or(equivalentTo(WeakHashMap.class))
                .or(assignableTo(ConcurrentMap.class))
                .as("are walked in the order of a hash"))
        .orShould()
        .callMethodWhere(
            called(Map.class, "of", "ofEntries", "copyOf")
                .or(called(Set.class, "of", "copyOf"))
                .or(called(Collectors.class, "toSet", "toUnmodifiableSet", "toUnmodifiableMap"))
                .or(hashing("toMap", 2, 3))
                .or(hashing("groupingBy", 1, 2))
                .or(hashing("partitioningBy"))
                .as("gives what is walked in the order of a hash"))
        .because("a hash's order differs between machines, or even between two starts of one JDK")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaCall<?>> called(Class<?> owner, String... names) {
    List<String> wanted = List.of(names);
    return describe(
        owner.getSimpleName() + "." + String.join(" or ", wanted) + " is called",
        call ->
            call.getTargetOwner().isEquivalentTo(owner)
                && wanted.contains(call.getTarget().getName()));
  }

  /** The collectors that make a hash map unless they are given another map. */
  private static DescribedPredicate<JavaCall<?>> hashing(String name, Integer... parameters) {
    List<Integer> without = List.of(parameters);
    return called(Collectors.class, name)
        .and(
            describe(
                "without a map",
                call -> without.contains(call.getTarget().getRawParameterTypes().size())));
  }
}
