# Rettelser: det som er notert feil, sies på nytt.

send-reopen_condition = Rett vilkåret
send-correct_disbursement = Rett bilag eller dag
send-correct_repayment = Rett innbetalingen
send-correct_appeal_outcome = Rett svaret
send-correct_directorate_answer = Rett svaret
form-reopen_condition = Vilkåret gjelder igjen, og holder pengene tilbake til det er oppfylt.
form-correct_disbursement = Fyll ut bare det som er galt. Beløpet og kontoen rettes ikke her.
form-correct_repayment = Fyll ut bare det som er galt. Beløpet rettes ikke her.
form-correct_appeal_outcome = Fyll ut bare det som er galt. Utfallet kan rettes til svaret er gjennomført; etterpå trengs et nytt vedtak.
form-correct_directorate_answer = Fyll ut bare det som er galt.
after-correct_disbursement = Rettes betalingsdagen, får kommunen melding om riktig dag.
after-correct_repayment = Kom pengene i tide og kommunen likevel er purret, får den melding. Er kravet sendt til innkreving, sier dere selv fra til innkreveren.
after-correct_appeal_outcome = Rettes utfallet eller datoen, får kommunen melding. Brevet som er sendt, endres ikke.
field-payment = Utbetaling
field-receipt = Innbetalingen som skal rettes, etter bilag
field-correct_disbursement-voucher = Riktig bilagsnummer
field-correct_disbursement-paid_on = Riktig betalingsdag
field-correct_repayment-received_on = Riktig mottatt dag
field-correct_repayment-voucher = Riktig bilagsnummer
field-correct_repayment-posting = Riktig postering (kapittel og post)
field-correct_appeal_outcome-outcome = Riktig utfall
field-correct_appeal_outcome-decided_on = Riktig dato for avgjørelsen
field-correct_appeal_outcome-reference = Riktig referanse
field-correct_directorate_answer-reference = Riktig referanse
corrected-on = Rettet { $on_day }:
corrected-title = Rettet
