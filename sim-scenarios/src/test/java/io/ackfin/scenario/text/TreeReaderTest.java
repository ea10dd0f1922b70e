package io.ackfin.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.scenario.text.Node.Kind;
import io.ackfin.scenario.text.SourceText.Syntax;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class TreeReaderTest {
  private final Problems problems = new Problems();

  private Node.Mapping read(String text, Syntax syntax) {
    return (Node.Mapping)
        TreeReader.read(new SourceText("f", text, syntax), problems).orElseThrow();
  }

  @Test
  void everyNodeKnowsWhereItStands() {
    Node.Mapping root = read("a:\n  b: [x, 2us]\n", Syntax.YAML);
    Node.Entry b = ((Node.Mapping) root.get("a")).entries().get("b");
    Node second = ((Node.Sequence) b.value()).items().get(1);
    assertThat(b.at()).isEqualTo(new Position("f", 2, 3));
    assertThat(b.value().at()).isEqualTo(new Position("f", 2, 6));
    assertThat(second).isEqualTo(new Node.Scalar(new Position("f", 2, 10), Kind.TEXT, "2us"));
  }

  @Test
  void columnsCountCharactersAsEditorsDo() {
    Node.Mapping root = read("{ü: \uD83D\uDE00, b: 1}", Syntax.YAML);
    assertThat(root.get("b").at()).isEqualTo(new Position("f", 1, 11));
  }

  @Test
  void yamlAndJsonGiveTheSameTree() {
    String yaml = "a: 1\nb: [x, true, null]\nc: {d: \"2\"}\ne: []\n";
    String json = "{\"a\": 1, \"b\": [\"x\", true, null], \"c\": {\"d\": \"2\"}, \"e\": []}";
    assertThat(YamlText.of(read(json, Syntax.JSON)))
        .isEqualTo(YamlText.of(read(yaml, Syntax.YAML)));
    assertThat(problems.isEmpty()).isTrue();
  }

  /** The spellings about which YAML's readers disagree stay as they are written. */
  @ParameterizedTest
  @CsvSource({
    "on, TEXT", "no, TEXT", "y, TEXT", "1:30, TEXT", "2001-12-14, TEXT", "0o10, TEXT",
    "010, NUMBER", "1_000, NUMBER", "0x1F, NUMBER", "1e3, NUMBER", ".5, NUMBER", "+5, NUMBER",
    "true, TRUTH", "True, TRUTH", "~, NOTHING", "null, NOTHING"
  })
  void scalarsKeepTheirSpelling(String written, Kind kind) {
    Node.Scalar scalar = (Node.Scalar) read("a: " + written, Syntax.YAML).get("a");
    assertThat(scalar.text()).isEqualTo(written);
    assertThat(scalar.kind()).isEqualTo(kind);
  }

  @Test
  void nothingBehindAKeyIsNotEmptyText() {
    Node.Mapping root = read("a:\nb: ''\nc: {d, e: \"\"}\n", Syntax.YAML);
    assertThat(((Node.Scalar) root.get("a")).kind()).isEqualTo(Kind.NOTHING);
    assertThat(((Node.Scalar) root.get("b")).kind()).isEqualTo(Kind.TEXT);
    Node.Mapping c = (Node.Mapping) root.get("c");
    assertThat(((Node.Scalar) c.get("d")).kind()).isEqualTo(Kind.NOTHING);
    assertThat(((Node.Scalar) c.get("e")).kind()).isEqualTo(Kind.TEXT);
  }

  @Test
  void quotesMakeText() {
    Node.Mapping root = read("a: \"5\"\nb: 'true'\n", Syntax.YAML);
    assertThat(((Node.Scalar) root.get("a")).kind()).isEqualTo(Kind.TEXT);
    assertThat(((Node.Scalar) root.get("b")).kind()).isEqualTo(Kind.TEXT);
  }

  @Test
  void readingGoesOnBehindWhatIsRefused() {
    Node.Mapping root = read("a: &x 1\nb: *x\nc: !!int 2\nc: 3\nd: 4\n", Syntax.YAML);
    assertThat(problems.inOrder()).extracting(Problem::path).containsExactly("b", "c", "c");
    assertThat(root.get("b")).isInstanceOf(Node.Refused.class);
    assertThat(((Node.Scalar) root.get("d")).text()).isEqualTo("4");
  }

  @Test
  void windowsLineEndsAndByteOrderMarksDoNotShiftPositions() {
    Node.Mapping root = read("a: 1\r\nb: 2\r\n", Syntax.YAML);
    assertThat(root.entries().get("b").at()).isEqualTo(new Position("f", 2, 1));
  }
}
