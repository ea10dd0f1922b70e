package io.ackfin.scenario;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import io.ackfin.core.parameter.Parameter;
import io.ackfin.core.time.Ticks;
import io.ackfin.device.soc.Preset;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.scenario.bind.Bounds;
import io.ackfin.scenario.bind.Kinds;
import io.ackfin.scenario.bind.RecordType;
import io.ackfin.scenario.bind.ValueTypes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The JSON schema of scenario files, made from the same records that files are read into, for
 * editors that complete and check while one types. It knows structure, spellings and ranges of
 * counts; ranges of times and what depends on several parameters only the loader checks.
 */
public final class ScenarioSchema {
  private static final Set<Class<?>> COUNTS =
      Set.of(int.class, Integer.class, long.class, Long.class, OptionalLong.class, double.class);

  private final ValueTypes types = ScenarioTypes.create();

  private ScenarioSchema() {}

  /** The schema (JSON Schema 2020-12) as indented JSON; the same text at every call. */
  public static String asJson() {
    return new ScenarioSchema().schema().toPrettyString() + "\n";
  }

  /**
   * Parts are written out where they are used instead of being referred to: editors show them
   * better, and durations are the only part that occurs more than once.
   */
  private ObjectNode schema() {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.FLATTENED_ENUMS_FROM_TOSTRING,
                Option.INLINE_ALL_SCHEMAS)
            .without(
                Option.PUBLIC_STATIC_FIELDS,
                Option.NONPUBLIC_STATIC_FIELDS,
                Option.FLATTENED_OPTIONALS);
    describeFields(builder);
    builder
        .forTypesInGeneral()
        .withPropertySorter((first, second) -> Integer.compare(order(first), order(second)))
        .withCustomDefinitionProvider(this::definition);
    ObjectNode schema = new SchemaGenerator(builder.build()).generateSchema(Scenario.class);
    schema.put("title", "Ackfin scenario");
    return schema;
  }

  /** What a parameter's declaration says, in the words of the schema. */
  private void describeFields(SchemaGeneratorConfigBuilder builder) {
    builder
        .forFields()
        .withPropertyNameOverrideResolver(field -> isItem(field) ? null : component(field).name())
        .withDescriptionResolver(field -> isItem(field) ? null : parameter(field).value())
        // An option that is not taken is absent, never null.
        .withTargetTypeOverridesResolver(
            field ->
                field.getType() != null && field.getType().isInstanceOf(Optional.class)
                    ? field.getType().typeParametersFor(Optional.class)
                    : null)
        .withRequiredCheck(
            field ->
                types.isRequired(field.getDeclaringType().getErasedType(), field.getDeclaredName()))
        .withNumberInclusiveMinimumResolver(field -> end(field, Bounds.of(parameter(field)).min()))
        .withNumberInclusiveMaximumResolver(field -> end(field, Bounds.of(parameter(field)).max()))
        .withArrayUniqueItemsResolver(
            field -> field.getType().isInstanceOf(Set.class) ? Boolean.TRUE : null);
  }

  /** An item of a list is visited as if it were a field; the list already has the meaning. */
  private static boolean isItem(FieldScope field) {
    return field.isFakeContainerItemScope();
  }

  /** The generator sees fields; a record's field is named like its component. */
  private static RecordType.Component component(MemberScope<?, ?> member) {
    return RecordType.of(member.getDeclaringType().getErasedType()).components().stream()
        .filter(component -> component.accessor().getName().equals(member.getDeclaredName()))
        .findFirst()
        .orElseThrow();
  }

  private static Parameter parameter(FieldScope field) {
    return component(field).parameter();
  }

  /** Keys in the order in which they are declared, as in every file that is written. */
  private static int order(MemberScope<?, ?> member) {
    Class<?> record = member.getDeclaringType().getErasedType();
    return RecordType.of(record).components().indexOf(component(member));
  }

  /** An end of a range, if the field holds counts and the end is a limit at all. */
  private static BigDecimal end(FieldScope field, long limit) {
    boolean limits = limit != Long.MIN_VALUE && limit != Long.MAX_VALUE;
    boolean counts = COUNTS.contains(field.getType().getErasedType());
    return limits && counts ? BigDecimal.valueOf(limit) : null;
  }

  /** What is not simply an object with the record's components; null for everything else. */
  private CustomDefinition definition(ResolvedType type, SchemaGenerationContext context) {
    Class<?> erased = type.getErasedType();
    ObjectNode node = context.getGeneratorConfig().createObjectNode();
    if (erased == Ticks.class) {
      node.put("type", "string").put("pattern", "^" + ValueTypes.TIME_PATTERN + "$");
    } else if (erased == String.class) {
      // What YAML takes for a number is a name as well.
      node.putArray("type").add("string").add("number");
      node.put("pattern", "\\S");
    } else if (erased == OptionalLong.class) {
      node.put("type", "integer");
    } else if (erased == Preset.class) {
      addPresets(node);
    } else if (erased == SocSection.class) {
      node = withPreset(context);
    } else if (types.kinds(erased) != null) {
      addKinds(node, types.kinds(erased), context);
    } else {
      return null;
    }
    return new CustomDefinition(node, DefinitionType.INLINE, AttributeInclusion.NO);
  }

  /** Names first, so that an editor offers them; a file is known by how its name ends. */
  private static void addPresets(ObjectNode node) {
    ArrayNode anyOf = node.putArray("anyOf");
    ArrayNode names = anyOf.addObject().putArray("enum");
    PresetResolver.names().forEach(names::add);
    anyOf.addObject().put("type", "string").put("pattern", "^" + PresetResolver.FILE + "$");
  }

  /** The chip's parameters and the preset are keys of one mapping. */
  private ObjectNode withPreset(SchemaGenerationContext context) {
    ObjectNode chip = standard(SocSpec.class, context);
    ObjectNode properties = (ObjectNode) chip.get("properties");
    ObjectNode preset = properties.objectNode();
    addPresets(preset);
    List<RecordType.Component> components = RecordType.of(SocSection.class).components();
    preset.put("description", components.get(0).parameter().value());
    ObjectNode all = properties.objectNode();
    all.set(components.get(0).name(), preset);
    all.setAll(properties);
    chip.set("properties", all);
    return chip;
  }

  /** The object with the record's components, and no special case for the record itself. */
  private ObjectNode standard(Class<?> record, SchemaGenerationContext context) {
    CustomDefinitionProviderV2 none = null;
    return context.createStandardDefinition(context.getTypeContext().resolve(record), none);
  }

  /** Alternatives exclude one another: the kind, or the required first key, differs. */
  private void addKinds(ObjectNode node, Kinds kinds, SchemaGenerationContext context) {
    ArrayNode oneOf = node.putArray("oneOf");
    if (kinds.shortForm() != null) {
      RecordType.Component only = RecordType.of(kinds.shortForm()).components().get(0);
      oneOf.add(context.createDefinition(context.getTypeContext().resolve(only.type())));
    }
    for (Map.Entry<String, Class<?>> record : kinds.records().entrySet()) {
      ObjectNode alternative = standard(record.getValue(), context);
      oneOf.add(kinds.isNamed() ? withKind(record.getKey(), alternative) : alternative);
    }
  }

  /** The record's components and the key that names the record. */
  private static ObjectNode withKind(String kind, ObjectNode record) {
    ObjectNode properties = record.objectNode();
    properties.putObject(Kinds.KEY).put("const", kind);
    properties.setAll((ObjectNode) record.get("properties"));
    record.set("properties", properties);
    ArrayNode required = record.arrayNode().add(Kinds.KEY);
    if (record.get("required") instanceof ArrayNode others) {
      required.addAll(others);
    }
    record.set("required", required);
    return record;
  }
}
