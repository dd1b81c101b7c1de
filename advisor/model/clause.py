"""Answers as clauses: how an answer is told after "if", in a sentence about what would change a conclusion."""

from typing import Annotated

from pydantic import Field

from advisor.model.entry import Entry, Wording


class AnswerClauses(Entry):
    """An answer as a clause: in the present tense, without a capital and without a full stop."""

    so: Annotated[
        Wording | None,
        Field(
            description='That this is the answer, as it is told after "if": "the meetings have begun". Of a yes-no '
            "question, that the answer is yes. Where there are options, it stands with each of them."
        ),
    ] = None
    so_not: Annotated[
        Wording | None,
        Field(
            description='That this is not the answer, as it is told after "if". Of a yes-no question, that it is no.'
        ),
    ] = None


class QuestionClauses(AnswerClauses):
    """What else is told of the answers to a question in clauses."""

    one: Annotated[
        Wording | None, Field(description='For numbers: that the number is one, where "1 years" would be wrong.')
    ] = None
    none: Annotated[
        Wording | None,
        Field(description="That there is nothing at all: of lists and groups that nothing is on them, of numbers 0."),
    ] = None
    no_more: Annotated[
        Wording | None, Field(description='For lists and groups, as a clause: "that is all", besides what is listed.')
    ] = None
    one_more: Annotated[Wording | None, Field(description="For groups, as a clause: that there is one more.")] = None
    one_less: Annotated[
        Wording | None, Field(description="For groups, as a clause: that this item, `{side.name}`, is not one of them.")
    ] = None
    added: Annotated[
        Wording | None,
        Field(description='For groups: what one more is called in clauses that go on about it: "the new side".'),
    ] = None
