"""The contents of the rulebook as a tree: schools and themes with their findings, questions, sources, terms."""

from collections.abc import Iterator
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from advisor.messages.screens import everywhere
from advisor.messages.screens import rules as messages
from advisor.model.entry import in_language
from advisor.model.finding import Finding, Kind
from advisor.report.rulebook.lookup import RulebookPages
from advisor.report.rulebook.page import Sort, Target, target_of
from advisor.rulebook.rulebook import Rulebook
from advisor.text import either
from advisor.tui.shown import shown_by_rich

Node = TreeNode[Target | None]


class RulesTree(Tree[Target | None]):
    """Every page of the rulebook in its place; headings have none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "open_node", show=False, tooltip=messages.OPEN_NODE_TIP),
        Binding("left", "close_node", show=False, tooltip=messages.CLOSE_NODE_TIP),
    ]

    def __init__(self, pages: RulebookPages) -> None:
        super().__init__("")
        self.pages = pages
        self.show_root = False
        self.guide_depth = 2
        self.known: dict[Target, Node] = {}
        """Where the page about each thing is reached."""

    @property
    def rulebook(self) -> Rulebook:
        """Whose contents these are."""
        return self.pages.rulebook

    def on_mount(self) -> None:
        """Fills the tree."""
        self._fill()

    def follow(self, pages: RulebookPages) -> None:
        """Shows the contents of another rulebook."""
        self.pages = pages
        self.clear()
        self.known.clear()
        self._fill()

    def _fill(self) -> None:
        """Schools lie open, since they are what most come for."""
        schools = self.root.add(messages.SCHOOLS, expand=True)
        themes = self.root.add(messages.THEMES)
        for home in self.rulebook.homes.values():
            under = schools if home.school else themes
            target = target_of(home)
            node = self._add(under, target, in_language(home.title, self.pages.language))
            self._add_findings(node, target)
        self._add_questions(self.root.add(everywhere.QUESTIONS))
        sources = self.root.add(messages.SOURCES)
        for source in self.rulebook.sources:
            target = Target(Sort.SOURCE, source)
            self._add(sources, target, self.pages.page(target).title, leaf=True)
        terms = self.root.add(messages.TERMS)
        for name, term in self.rulebook.glossary.terms.items():
            self._add(terms, Target(Sort.TERM, name), in_language(term.term, self.pages.language), leaf=True)

    def _add_findings(self, under: Node, home: Target) -> None:
        says = {line.target: line.says for section in self.pages.page(home).sections for line in section.lines}
        findings = map(self.rulebook.findings.__getitem__, self.rulebook.homes[home.id].findings)
        for finding in _verdicts_first(findings):
            target = Target(Sort.FINDING, finding.id)
            self._add(under, target, says[target], _track(finding), leaf=True)

    def _add_questions(self, under: Node) -> None:
        questions = self.rulebook.questions
        for section in questions.sections:
            node = under.add(shown_by_rich(in_language(section.title, self.pages.language)))
            for question in questions.initiative.values():
                if question.section != section.id:
                    continue
                group = questions.groups.get(question.id)
                target = Target(Sort.QUESTION, question.id)
                words = in_language(question.prompt, self.pages.language)
                asked = self._add(node, target, words, leaf=group is None)
                for field in group.fields.values() if group else ():
                    words = in_language(field.prompt, self.pages.language)
                    self._add(asked, Target(Sort.QUESTION, field.id), words, leaf=True)

    def _add(self, under: Node, target: Target, words: str, before: str = "", *, leaf: bool = False) -> Node:
        label = shown_by_rich((before, "bold"), words)
        node = under.add_leaf(label, target) if leaf else under.add(label, target)
        self.known[target] = node
        return node

    def reveal(self, target: Target) -> None:
        """Puts the cursor on what is shown, however one came there."""
        node = self.known[target]
        for above in _above(node):
            above.expand()
        with self.prevent(Tree.NodeHighlighted):
            # What has just come into view has no line before the lines are counted anew.
            _ = self.last_line
            self.move_cursor(node)

    def action_open_node(self) -> None:
        """Opens what is below the cursor; goes on into it where it is open."""
        node = self.cursor_node
        if node is None or not node.children:
            self.action_select_cursor()
        elif node.is_expanded:
            self.action_cursor_down()
        else:
            node.expand()

    def action_close_node(self) -> None:
        """Closes what lies open; goes up where nothing does."""
        node = self.cursor_node
        if node is None:
            return
        if node.children and node.is_expanded:
            node.collapse()
        elif node.parent is not None and not node.parent.is_root:
            self.move_cursor(node.parent)

    def render_label(self, node: Node, base_style: Style, style: Style) -> Text:
        """A label in the room that there is: the page beside it shows the whole."""
        label = super().render_label(node, base_style, style)
        room = self.scrollable_content_region.width - self.guide_depth * (len(list(_above(node))) - 1)
        label.truncate(max(1, room), overflow="ellipsis")
        return label


def _above(node: Node) -> Iterator[Node]:
    """What a node stands under, the root last."""
    while node.parent is not None:
        node = node.parent
        yield node


def _verdicts_first(findings: Iterator[Finding]) -> list[Finding]:
    """What a school concludes, then what it asks."""
    return sorted(findings, key=lambda finding: finding.kind is not Kind.VERDICT)


def _track(finding: Finding) -> str:
    if finding.kind is not Kind.VERDICT or not finding.tracks:
        return ""
    return messages.VERDICT_ON.format(tracks=either(finding.tracks))
