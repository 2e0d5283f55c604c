# Rettingar: det som er notert feil, blir sagt på nytt.

send-reopen_condition = Rett vilkåret
send-correct_disbursement = Rett bilag eller dag
send-correct_repayment = Rett innbetalinga
send-correct_appeal_outcome = Rett svaret
send-correct_directorate_answer = Rett svaret
form-reopen_condition = Vilkåret gjeld igjen, og held pengane tilbake til det er oppfylt.
form-correct_disbursement = Fyll ut berre det som er gale. Beløpet og kontoen blir ikkje retta her.
form-correct_repayment = Fyll ut berre det som er gale. Beløpet blir ikkje retta her.
form-correct_appeal_outcome = Fyll ut berre det som er gale. Utfallet kan rettast til svaret er gjennomført; etterpå trengst eit nytt vedtak.
form-correct_directorate_answer = Fyll ut berre det som er gale.
after-correct_disbursement = Blir betalingsdagen retta, får kommunen melding om rett dag.
after-correct_repayment = Kom pengane i tide og kommunen likevel er purra, får han melding. Er kravet sendt til innkrevjing, seier de sjølve frå til innkrevjaren.
after-correct_appeal_outcome = Blir utfallet eller datoen retta, får kommunen melding. Brevet som er sendt, blir ikkje endra.
field-payment = Utbetaling
field-receipt = Innbetalinga som skal rettast, etter bilag
field-correct_disbursement-voucher = Rett bilagsnummer
field-correct_disbursement-paid_on = Rett betalingsdag
field-correct_repayment-received_on = Rett motteken dag
field-correct_repayment-voucher = Rett bilagsnummer
field-correct_repayment-posting = Rett postering (kapittel og post)
field-correct_appeal_outcome-outcome = Rett utfall
field-correct_appeal_outcome-decided_on = Rett dato for avgjerda
field-correct_appeal_outcome-reference = Rett referanse
field-correct_directorate_answer-reference = Rett referanse
corrected-on = Retta { $on_day }:
corrected-title = Retta
