# Corrections: what was noted wrongly is said anew.

event-ConditionReopened = Corrected: the condition is not met after all ({ $condition })
    .name = corrected condition
event-DisbursementCorrected = Payment { $payment_no } was corrected.{ $voucher ->
        [none] {""}
       *[other] {" "}The voucher number is { $voucher }.
    }{ $paid_on ->
        [none] {""}
       *[other] {" "}The day of payment is { $paid_on }.
    }
    .name = corrected payment
event-RepaymentCorrected = The money received with voucher { $receipt } on claim { $number } was corrected.{ $amount_ore ->
        [none] {""}
       *[other] {" "}The amount is { $amount_ore }.
    }{ $received_on ->
        [none] {""}
       *[other] {" "}The day received is { $received_on }.
    }{ $voucher ->
        [none] {""}
       *[other] {" "}The voucher number is { $voucher }.
    }{ $posting ->
        [none] {""}
       *[other] {" "}The posting is { $posting }.
    }
    .name = corrected repayment
event-OverpaymentCorrected = What was paid back with voucher { $returned } on claim { $number } was corrected.{ $returned_on ->
        [none] {""}
       *[other] {" "}The day is { $returned_on }.
    }{ $voucher ->
        [none] {""}
       *[other] {" "}The voucher number is { $voucher }.
    }
    .name = corrected return
event-AppealOutcomeCorrected = The appeal body's answer to appeal { $number } was corrected.{ $outcome ->
        [none] {""}
       *[other] {" "}The outcome is that { $outcome }.
    }{ $decided_on ->
        [none] {""}
       *[other] {" "}The day is { $decided_on }.
    }{ $reference ->
        [none] {""}
       *[other] {" "}The reference is { $reference }.
    }
    .name = corrected answer of the appeal body
event-DirectorateAnswerCorrected = The directorate's answer was corrected.{ $allowed ->
        [none] {""}
        [true] {" "}The directorate said yes.
       *[other] {" "}The directorate said no.
    }{ $reference ->
        [none] {""}
       *[other] {" "}The reference is { $reference }.
    }
    .name = corrected answer of the directorate

command-reopen_condition = say that the condition is not met after all
command-correct_disbursement = correct the voucher or the day of payment
command-correct_repayment = correct the amount, day, voucher or posting of the repayment
command-correct_overpayment = correct the day or voucher of what was paid back
command-correct_appeal_outcome = correct the appeal body's answer
command-correct_directorate_answer = correct the directorate's answer

refusal-appeal_carried_out = The answer to appeal { $appeal } is carried out. Its outcome can no longer just be corrected.
    .mend = Correct day and reference here. If the decision is wrong, recommend to reverse it.
refusal-condition_not_noted = The condition is not noted as met: { $condition }.
    .mend = Choose a condition that is noted as met.
refusal-condition_relied_on = The condition has been relied on ({ $condition }): { $paid ->
        [true] the money is paid
       *[other] the grant is given
    }. The note can no longer just be corrected.
    .mend = Recommend to reverse the decision, or propose a claim for a breach of the condition.
refusal-no_such_payment = Payment { $payment } is not registered as paid.
    .mend = Choose a payment that is paid.
refusal-no_such_receipt = Claim { $claim } has received nothing with voucher { $voucher }.
    .mend = Choose one of the sums received on the claim.
refusal-no_such_return = Nothing with voucher { $voucher } was paid back on claim { $claim }.
    .mend = Choose one of the sums paid back on the claim.
refusal-return_registered = A sum with voucher { $voucher } is registered as paid back already.
    .mend = Use the voucher number of this one.
refusal-repayment_settles = The amount can be corrected only as long as claim { $claim } is not settled, neither before nor by the correction.
    .mend = If more came in than was noted, register the rest with a voucher of its own. If too much was noted, a leader must look at it.
refusal-nothing_corrected = Nothing is corrected: the fields are empty, or the same stands there already.
    .mend = Fill in what is to be corrected.

letter-payment_corrected = We gave the wrong day for the payment of the grant. The right day is { $paid_on }. The amount is the same.
    .subject = Corrected day of payment, case { $case_no }
letter-repayment_corrected = We had noted the wrong day for money received on the claim for repayment. It came on { $received_on }, which was in time. If you were reminded of this amount, please disregard the reminder.
    .subject = Corrected day of repayment, case { $case_no }
letter-overpayment_corrected = We gave the wrong day for what we paid back to you. The right day is { $returned_on }. The amount is the same.
    .subject = Corrected day of what was paid back, case { $case_no }
letter-appeal_outcome_corrected = We told you wrongly of the appeal body's answer.{ $outcome ->
        [none] {""}
       *[other] {" "}The right outcome: { $outcome }.
    }{ $decided_on ->
        [none] {""}
       *[other] {" "}The right day: { $decided_on }.
    } If there is more for us to do, you will hear from us.
    .subject = Corrected message about the appeal, case { $case_no }
