from domain.rulebook.rows import Row, missing_rows

ROW = Row(
    rule="R26-52",
    section="3",
    quote="rapportere på tilskudd",
    meaning="A duty",
    in_force="2026",
    kind="guard",
    must="Count",
)


def test_a_rule_of_a_source_that_the_book_does_not_hold_is_named_once_and_a_reading_of_ours_is_not() -> None:
    assert missing_rows(["R27-01", "R26-52", "R27-01", "Q1", "T13"], {"R26-52": ROW}) == ("R27-01",)
