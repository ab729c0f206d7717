"""The two sheets that come back: the management response and the follow-up."""

from __future__ import annotations

from exports.answering.form import Field, Form

ANSWERS = ("accepted", "partly accepted", "rejected", "pending")
STATES = ("not started", "in progress", "partly done", "done", "overtaken", "no update")
BUDGET = ("yes", "no")

UNTOLD = "no update"

_NUMBER = Field("number", "No.", 5.5, "shown")
_TEXT = Field("text", "Recommendation", 42, "sent")
_AREA = Field("area", "Area", 7, "sent")

RESPONSE = Form(
    title="Management response",
    heading="Management response",
    intro=(
        "For the unit to fill in: the coloured columns. Choose an answer from the list; say in the comment "
        "why where it is not plainly accepted; name an owner and a date. The rest is locked, without a "
        "password. Rows can be filtered, and sorted once the protection is lifted. Then send this file back: "
        "rows are known by their references, wherever they stand. An empty cell says nothing new."
    ),
    fields=(
        _NUMBER,
        _TEXT,
        _AREA,
        Field("priority", "Priority", 9.5, "sent"),
        Field("proposed", "Proposed due", 13, "sent"),
        Field(
            "answer",
            "Answer",
            15,
            "choice",
            ANSWERS,
            "Choose one: accepted, partly accepted, rejected, pending.",
        ),
        Field("owner", "Owner", 18, "words"),
        Field("due", "Due date", 13, "day", prompt="A date, for example 2027-03-31."),
        Field("budget", "Budget", 8.5, "choice", BUDGET, "Is there a budget for it? yes or no."),
        Field("comment", "Comment", 30, "words"),
    ),
)

FOLLOW_UP = Form(
    title="Follow-up",
    heading="Follow-up",
    intro=(
        "How far each recommendation is carried out, apart from whether it was accepted. Choose a state, say "
        "by what it can be seen, and give the day of this news. 'no update' means that nothing was heard. "
        "The rest is locked, without a password. Then send this file back: rows are known by their "
        "references. An empty cell says nothing new."
    ),
    fields=(
        _NUMBER,
        _TEXT,
        _AREA,
        Field("answered", "Answer", 14, "shown"),
        Field("due", "Due", 13, "shown"),
        Field("state", "State", 14, "choice", STATES, f"Choose one: {', '.join(STATES)}.", UNTOLD),
        Field("evidence", "Evidence", 38, "words"),
        Field("day", "Day of this news", 13, "day", prompt="A date, for example 2027-03-31."),
    ),
)
