"""Every small change to the text of a module that its tests should notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import libcst as cst
from libcst.metadata import MetadataWrapper, ParentNodeProvider, PositionProvider
from mutmut.mutation.mutators import mutation_operators

NEVER_CALLS = {"len", "isinstance"}
"""Their arguments are left alone, as mutmut does: any change is a crash and would flatter the result."""
SAYS = {"tr", "tr_many", "marked"}
"""Their English is left alone: tests/test_questionnaires_catalogue.py notices a text in no catalogue, and
a place that is not filled is a crash. What is filled in is changed as anything else."""
TYPES = {"Literal", "tuple", "dict", "list", "Mapping", "Sequence"}
"""`Shown = tuple[Fraction, str]` names a type, which nothing at run time reads."""


@dataclass(frozen=True)
class Mutant:
    """One changed module.

    `where`: the function it is in, "" for the level of the module; `was` and `now`: the changed lines;
    `first` and `last`: the lines of the statement, by which the tests that reach it are found; `part`: the
    whole function, class or statement of the module as it is changed.
    """

    module: str
    where: str
    was: str
    now: str
    first: int
    last: int
    part: str
    source: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What a known survivor is recognised by, wherever its lines have moved to."""
        return self.module, self.where, self.was, self.now


def mutants(module: str, source: str) -> list[Mutant]:
    """The changes to one module, each once, in the order of the text."""
    wrapper = MetadataWrapper(cst.parse_module(source))
    visitor = Changes()
    wrapper.visit(visitor)
    text = Text(wrapper.module, source)
    found: dict[str, Mutant] = {}
    for change in visitor.found:
        changed = text.with_change(change.range, change.old, change.new)
        if changed != source and changed not in found:
            was, now = changed_lines(source, changed)
            part = _changed_part(change, source, changed)
            found[changed] = Mutant(module, change.where, was, now, change.first, change.last, part, changed)
    return list(found.values())


@dataclass(frozen=True)
class Change:
    """A node, what it becomes, its place; the function, the lines of the statement and of the part around."""

    old: cst.CSTNode
    new: cst.CSTNode
    range: Any
    where: str
    first: int
    last: int
    part: tuple[int, int]


class Changes(cst.CSTVisitor):
    """Collects the changes of mutmut's operators, and the negation of each condition."""

    METADATA_DEPENDENCIES = (PositionProvider, ParentNodeProvider)

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Change] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if _left_alone(node) or self._is_english(node):
            return False
        if _says(node):
            return True
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                self._add(node, _plain(node, operator(node)))
        if isinstance(node, cst.If | cst.CompIf) and not _turned_anyway(node.test):
            self._add(node.test, [_negated(node.test)])
        return True

    def _is_english(self, node: cst.CSTNode) -> bool:
        """Whether it is a text that is said by `tr` and its like."""
        if not isinstance(node, cst.SimpleString | cst.ConcatenatedString):
            return False
        argument = self.get_metadata(ParentNodeProvider, node)
        return isinstance(argument, cst.Arg) and _says(self.get_metadata(ParentNodeProvider, argument))

    def _add(self, node: cst.CSTNode, changed: Iterable[cst.CSTNode]) -> None:
        for new in changed:
            where = self.get_metadata(PositionProvider, node)
            around = self._function(node), *self._statement(node), self._part(node)
            self.found.append(Change(node, new, where, *around))

    def _part(self, node: cst.CSTNode) -> tuple[int, int]:
        part = list(self._around(node))[-2]  # the last is the module
        here = self.get_metadata(PositionProvider, part)
        return here.start.line, here.end.line

    def _function(self, node: cst.CSTNode) -> str:
        names = [
            one.name.value for one in self._around(node) if isinstance(one, cst.FunctionDef | cst.ClassDef)
        ]
        return ".".join(reversed(names))

    def _statement(self, node: cst.CSTNode) -> tuple[int, int]:
        around = (one for one in self._around(node) if isinstance(one, cst.BaseStatement))
        statement = next(around, node)
        here = self.get_metadata(PositionProvider, statement)
        body = getattr(statement, "body", None)
        if isinstance(statement, cst.BaseCompoundStatement) and isinstance(body, cst.IndentedBlock):
            return here.start.line, self.get_metadata(PositionProvider, body).start.line - 1
        return here.start.line, here.end.line

    def _around(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        current: Any = node
        while current is not None:
            yield current
            current = self.get_metadata(ParentNodeProvider, current, None)


class Text:
    """The text of a module, in which one node is replaced."""

    def __init__(self, module: cst.Module, source: str) -> None:
        self._module, self._source = module, source
        self._starts = [0]
        for line in source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def with_change(self, where: Any, old: cst.CSTNode, new: cst.CSTNode) -> str:
        start, end = self._offset(where.start), self._offset(where.end)
        code = self._module.code_for_node(old)
        # A node owns the space around it, its position does not.
        lead = len(code) - len(code.lstrip())
        start, end = start - lead, start - lead + len(code)
        if self._source[start:end] != code:
            changed: Any = self._module.deep_replace(old, new)
            return str(changed.code)
        return self._source[:start] + self._module.code_for_node(new) + self._source[end:]

    def _offset(self, place: Any) -> int:
        return self._starts[place.line - 1] + int(place.column)


def changed_lines(source: str, changed: str) -> tuple[str, str]:
    """The lines that differ, before and after, without their indentation."""
    before, after = source.splitlines(), changed.splitlines()
    shorter = min(len(before), len(after))
    start = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    end = next((n for n in range(shorter - start) if before[-1 - n] != after[-1 - n]), shorter - start)
    was, now = before[start : len(before) - end], after[start : len(after) - end]
    return "\n".join(line.strip() for line in was), "\n".join(line.strip() for line in now)


def _changed_part(change: Change, source: str, changed: str) -> str:
    first, last = change.part
    added = len(changed.splitlines()) - len(source.splitlines())
    return "\n".join(changed.splitlines()[first - 1 : last + added])


def _left_alone(node: cst.CSTNode) -> bool:
    """Types, decorators and what a module exports are not what a test of behaviour can notice."""
    if isinstance(node, cst.Annotation | cst.Decorator | cst.ImportFrom | cst.Import):
        return True
    if isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value in NEVER_CALLS:
        return True
    if not isinstance(node, cst.Assign):
        return False
    names_a_type = isinstance(node.value, cst.Subscript) and isinstance(node.value.value, cst.Name)
    return (names_a_type and node.value.value.value in TYPES) or _is_named(node, "__all__")


def _says(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value in SAYS


def _is_named(node: cst.Assign, name: str) -> bool:
    return isinstance(node.targets[0].target, cst.Name) and node.targets[0].target.value == name


def _plain(node: cst.CSTNode, changed: Iterable[cst.CSTNode]) -> list[cst.CSTNode]:
    """One change a text: the other letter cases that mutmut adds fall with the first, or with none."""
    kept = list(changed)
    return kept[:1] if isinstance(node, cst.SimpleString) else kept


def _turned_anyway(test: cst.BaseExpression) -> bool:
    """Whether an operator of mutmut negates this condition already."""
    if isinstance(test, cst.UnaryOperation):
        return isinstance(test.operator, cst.Not)
    turned = cst.Equal | cst.NotEqual | cst.In | cst.NotIn | cst.Is | cst.IsNot
    return (
        isinstance(test, cst.Comparison)
        and len(test.comparisons) == 1
        and isinstance(test.comparisons[0].operator, turned)
    )


def _negated(test: cst.BaseExpression) -> cst.BaseExpression:
    inner = test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    return cst.UnaryOperation(operator=cst.Not(), expression=inner)
