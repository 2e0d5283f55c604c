# Corrections: what was noted wrongly is said anew.

send-reopen_condition = Correct the condition
send-correct_disbursement = Correct voucher or day
send-correct_repayment = Correct the repayment
send-correct_appeal_outcome = Correct the answer
send-correct_directorate_answer = Correct the answer
form-reopen_condition = The condition holds again, and holds the money back until it is met.
form-correct_disbursement = Fill in only what is wrong. The amount and the account are not corrected here.
form-correct_repayment = Fill in only what is wrong. The amount is not corrected here.
form-correct_appeal_outcome = Fill in only what is wrong. The outcome can be corrected until the answer is carried out; after that a new decision is needed.
form-correct_directorate_answer = Fill in only what is wrong.
after-correct_disbursement = If the day of payment is corrected, the municipality is told the right day.
after-correct_repayment = If the money came in time and the municipality was reminded all the same, it is told so. If the claim was sent to collection, tell the collector yourselves.
after-correct_appeal_outcome = If the outcome or the day is corrected, the municipality is told. The letter that was sent is not changed.
field-payment = Payment
field-receipt = The repayment to correct, by its voucher
field-correct_disbursement-voucher = Right voucher number
field-correct_disbursement-paid_on = Right day of payment
field-correct_repayment-received_on = Right day received
field-correct_repayment-voucher = Right voucher number
field-correct_repayment-posting = Right posting (chapter and item)
field-correct_appeal_outcome-outcome = Right outcome
field-correct_appeal_outcome-decided_on = Right day of the decision
field-correct_appeal_outcome-reference = Right reference
field-correct_directorate_answer-reference = Right reference
corrected-on = Corrected { $on_day }:
corrected-title = Corrected
