"""What groups of the workshop decided to release: the only words of people that a report prints."""

from __future__ import annotations

from collections.abc import Iterator

from exports.material import GroupSaid, Material
from exports.report import Fact
from questionnaires.catalogue import marked, tr
from questionnaires.definition import Prompt

GROUPS = {
    "woman": marked("The women's group"),
    "man": marked("The men's group"),
    None: marked("The whole group"),
}


def released(material: Material) -> tuple[Fact, ...]:
    """Who released it and the text, in the order of the questionnaire; small groups are left out."""
    return tuple(_released(material))


def _released(material: Material) -> Iterator[Fact]:
    for name, prompt in material.questionnaire.open_prompts.items():
        for said in material.groups_said:
            if said.prompt == name and _may_be_printed(prompt, said):
                yield Fact(tr(GROUPS[prompt.of]), said.text)


def _may_be_printed(prompt: Prompt, said: GroupSaid) -> bool:
    """A group that is small, or whose size nobody knows, could be told apart whatever it wished."""
    enough = prompt.minimum_people
    return prompt.released and enough is not None and said.people is not None and said.people >= enough
