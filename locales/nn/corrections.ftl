# Rettingar: det som er notert feil, blir sagt på nytt.

event-ConditionReopened = Retta: vilkåret er ikkje oppfylt likevel ({ $condition })
    .name = retta vilkår
event-DisbursementCorrected = Utbetaling { $payment_no } er retta.{ $voucher ->
        [none] {""}
       *[other] {" "}Bilagsnummeret er { $voucher }.
    }{ $paid_on ->
        [none] {""}
       *[other] {" "}Betalingsdagen er { $paid_on }.
    }
    .name = retta utbetaling
event-RepaymentCorrected = Innbetalinga med bilag { $receipt } på krav { $number } er retta.{ $amount_ore ->
        [none] {""}
       *[other] {" "}Beløpet er { $amount_ore }.
    }{ $received_on ->
        [none] {""}
       *[other] {" "}Motteken dag er { $received_on }.
    }{ $voucher ->
        [none] {""}
       *[other] {" "}Bilagsnummeret er { $voucher }.
    }{ $posting ->
        [none] {""}
       *[other] {" "}Posteringa er { $posting }.
    }
    .name = retta innbetaling
event-OverpaymentCorrected = Tilbakebetalinga med bilag { $returned } på krav { $number } er retta.{ $returned_on ->
        [none] {""}
       *[other] {" "}Dagen er { $returned_on }.
    }{ $voucher ->
        [none] {""}
       *[other] {" "}Bilagsnummeret er { $voucher }.
    }
    .name = retta tilbakebetaling
event-AppealOutcomeCorrected = Svaret frå klageinstansen på klage { $number } er retta.{ $outcome ->
        [none] {""}
       *[other] {" "}Utfallet er at { $outcome }.
    }{ $decided_on ->
        [none] {""}
       *[other] {" "}Datoen er { $decided_on }.
    }{ $reference ->
        [none] {""}
       *[other] {" "}Referansen er { $reference }.
    }
    .name = retta svar frå klageinstansen
event-DirectorateAnswerCorrected = Svaret frå direktoratet er retta.{ $allowed ->
        [none] {""}
        [true] {" "}Direktoratet sa ja.
       *[other] {" "}Direktoratet sa nei.
    }{ $reference ->
        [none] {""}
       *[other] {" "}Referansen er { $reference }.
    }
    .name = retta svar frå direktoratet

command-reopen_condition = seie at vilkåret ikkje er oppfylt likevel
command-correct_disbursement = rette bilag eller betalingsdag
command-correct_repayment = rette beløp, dag, bilag eller postering på innbetalinga
command-correct_overpayment = rette dag eller bilag på tilbakebetalinga
command-correct_appeal_outcome = rette svaret frå klageinstansen
command-correct_directorate_answer = rette svaret frå direktoratet

refusal-appeal_carried_out = Svaret på klage { $appeal } er gjennomført. Då kan ikkje utfallet berre rettast.
    .mend = Rett dato og referanse her. Er vedtaket gale, innstill på å gjere det om.
refusal-condition_not_noted = Vilkåret er ikkje notert som oppfylt: { $condition }.
    .mend = Vel eit vilkår som er notert som oppfylt.
refusal-condition_relied_on = Vilkåret er lagt til grunn ({ $condition }): { $paid ->
        [true] pengane er betalte
       *[other] tilskotet er innvilga
    }. Då kan ikkje notatet berre rettast.
    .mend = Innstill på å gjere om vedtaket, eller foreslå krav for brot på vilkåret.
refusal-no_such_payment = Utbetaling { $payment } er ikkje registrert som betalt.
    .mend = Vel ei utbetaling som er betalt.
refusal-no_such_receipt = Krav { $claim } har inga innbetaling med bilag { $voucher }.
    .mend = Vel ei av innbetalingane på kravet.
refusal-no_such_return = Krav { $claim } har inga tilbakebetaling med bilag { $voucher }.
    .mend = Vel ei av tilbakebetalingane på kravet.
refusal-return_registered = Ei tilbakebetaling med bilag { $voucher } er registrert frå før.
    .mend = Bruk bilagsnummeret til denne tilbakebetalinga.
refusal-repayment_settles = Beløpet kan berre rettast så lenge krav { $claim } ikkje er gjort opp, korkje før eller etter rettinga.
    .mend = Kom det inn meir enn notert, registrer resten med eit eige bilag. Er det notert for mykje, må ein leiar ta stilling.
refusal-nothing_corrected = Ingenting er retta: felta er tomme, eller det same står der frå før.
    .mend = Fyll ut det som skal rettast.

letter-payment_corrected = Vi oppgav feil dag for utbetalinga av tilskotet. Rett dag er { $paid_on }. Beløpet er det same.
    .subject = Retta dag for utbetaling, sak { $case_no }
letter-repayment_corrected = Vi hadde notert feil dag for ei innbetaling på kravet om tilbakebetaling. Pengane kom { $received_on }, som var i tide. Har de fått purring for dette beløpet, kan de sjå bort frå henne.
    .subject = Retta dag for innbetaling, sak { $case_no }
letter-overpayment_corrected = Vi oppgav feil dag for det vi har betalt tilbake til dykk. Rett dag er { $returned_on }. Beløpet er det same.
    .subject = Retta dag for tilbakebetaling, sak { $case_no }
letter-appeal_outcome_corrected = Vi gav dykk feil opplysning om svaret frå klageinstansen.{ $outcome ->
        [none] {""}
       *[other] {" "}Rett utfall: { $outcome }.
    }{ $decided_on ->
        [none] {""}
       *[other] {" "}Rett dato: { $decided_on }.
    } Må vi gjere noko meir, høyrer de frå oss.
    .subject = Retta melding om klaga, sak { $case_no }
