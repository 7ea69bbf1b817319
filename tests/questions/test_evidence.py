from dataclasses import replace

from onrecord.ledger import Ledger
from onrecord.questions.evidence import of_statements, statements, whole
from onrecord.questions.standing import standing


def test_an_interrupted_content_runs_to_its_end(ledger: Ledger) -> None:
    record, statement = next(statements(standing(ledger)))
    evidence = whole(record, replace(statement, content=((20, 25), (14, 17), (30, 40))))
    assert (evidence.start, evidence.end) == (14, 40)
    assert evidence.text == record.article.text[14:40]


def test_statements_that_are_not_members_are_found_too(ledger: Ledger) -> None:
    projection = standing(ledger)
    ferry, jobs, *_ = projection.claims
    inside, outside = ferry.members[0].evidence, jobs.members[0].evidence
    wanted = [outside.statement, "s-unknown", inside.statement, outside.statement]
    assert of_statements(projection, ferry, wanted) == (outside, inside)
