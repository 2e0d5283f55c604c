"""What a municipality is told of its case: not what the office does among itself, until it leads to something."""

from domain.codec import event_body
from domain.sight import told_to_grantee
from tests.domain.decisions.test_correcting import claimed
from tests.domain.lives import LEADER, OFFICER, SIGNATORY, Life, at, paid


def told(life: Life) -> list[str]:
    whole = [(one.kind, event_body(one.event)) for one in life.trail]
    return [kind for (kind, _body), is_told in zip(whole, told_to_grantee(whole), strict=True) if is_told]


def proposed(ground: str) -> Life:
    life = paid()
    life.office.move_to(at("2028-01-10T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=100)
    return life.do(OFFICER, "propose_claim", ground=ground, amount_ore=100, reason="Ubrukt")


def test_a_municipality_reads_what_was_decided_and_not_how_the_office_came_to_it() -> None:
    said = told(claimed())

    assert {"Submitted", "Granted", "Disbursed", "ClaimDecided", "ClaimInvoiced"} <= set(said)
    assert not {"Assessed", "Recommended", "ClaimProposed"} & set(said)


def test_a_proposal_that_was_dropped_is_told_only_where_it_was_notified() -> None:
    unheard = proposed("unused").do(LEADER, "drop_claim", claim=1, reason="Brukt")
    heard = proposed("breach").do(OFFICER, "give_claim_notice", claim=1)
    heard.do(SIGNATORY, "reply_to_claim", claim=1, text="Nei").do(
        LEADER, "drop_claim", claim=1, reason="Brukt"
    )

    assert "ClaimDropped" not in told(unheard)
    assert {"ClaimNoticeGiven", "ClaimDropped"} <= set(told(heard))
