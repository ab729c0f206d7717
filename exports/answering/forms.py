"""The two sheets that come back: the management response and the follow-up."""

from __future__ import annotations

from exports.answering.form import Field, Form
from questionnaires.catalogue import marked

ANSWERS = (marked("accepted"), marked("partly accepted"), marked("rejected"), marked("pending"))
STATES = (
    marked("not started"),
    marked("in progress"),
    marked("partly done"),
    marked("done"),
    marked("overtaken"),
    marked("no update"),
)
BUDGET = (marked("yes"), marked("no"))

UNTOLD = "no update"
CHOOSE = marked("Choose one: {words}.")
A_DAY = marked("A date, for example 2027-03-31.")

_NUMBER = Field("number", marked("No."), 5.5, "shown")
_TEXT = Field("text", marked("Recommendation"), 42, "sent")
_AREA = Field("area", marked("Area"), 7, "sent")

RESPONSE = Form(
    key="Management response",
    title=marked("Management response"),
    heading=marked("Management response"),
    intro=marked(
        "For the unit to fill in: the coloured columns. Choose an answer from the list; say in the comment "
        "why where it is not plainly accepted; name an owner and a date. The rest is locked, without a "
        "password. Rows can be filtered, and sorted once the protection is lifted. Then send this file back: "
        "rows are known by their references, wherever they stand. An empty cell says nothing new."
    ),
    fields=(
        _NUMBER,
        _TEXT,
        _AREA,
        Field("priority", marked("Priority"), 9.5, "sent"),
        Field("proposed", marked("Proposed due"), 13, "sent"),
        Field(
            "answer",
            marked("Answer"),
            15,
            "choice",
            ANSWERS,
            CHOOSE,
        ),
        Field("owner", marked("Owner"), 18, "words"),
        Field("due", marked("Due date"), 13, "day", prompt=A_DAY),
        Field(
            "budget",
            marked("Budget"),
            8.5,
            "choice",
            BUDGET,
            marked("Is there a budget for it? Choose one: {words}."),
        ),
        Field("comment", marked("Comment"), 30, "words"),
    ),
)

FOLLOW_UP = Form(
    key="Follow-up",
    title=marked("Follow-up"),
    heading=marked("Follow-up"),
    intro=marked(
        "How far each recommendation is carried out, apart from whether it was accepted. Choose a state, say "
        "by what it can be seen, and give the day of this news. 'no update' means that nothing was heard. "
        "The rest is locked, without a password. Then send this file back: rows are known by their "
        "references. An empty cell says nothing new."
    ),
    fields=(
        _NUMBER,
        _TEXT,
        _AREA,
        Field("answered", marked("Answer"), 14, "shown"),
        Field("due", marked("Due"), 13, "shown"),
        Field("state", marked("State"), 14, "choice", STATES, CHOOSE, UNTOLD),
        Field("evidence", marked("Evidence"), 38, "words"),
        Field("day", marked("Day of this news"), 13, "day", prompt=A_DAY),
    ),
)
