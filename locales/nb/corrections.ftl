# Rettelser: det som er notert feil, sies på nytt.

event-ConditionReopened = Rettet: vilkåret er ikke oppfylt likevel ({ $condition })
    .name = rettet vilkår
event-DisbursementCorrected = Utbetaling { $payment_no } er rettet.{ $voucher ->
        [none] {""}
       *[other] {" "}Bilagsnummeret er { $voucher }.
    }{ $paid_on ->
        [none] {""}
       *[other] {" "}Betalingsdagen er { $paid_on }.
    }
    .name = rettet utbetaling
event-RepaymentCorrected = Innbetalingen med bilag { $receipt } på krav { $number } er rettet.{ $amount_ore ->
        [none] {""}
       *[other] {" "}Beløpet er { $amount_ore }.
    }{ $received_on ->
        [none] {""}
       *[other] {" "}Mottatt dag er { $received_on }.
    }{ $voucher ->
        [none] {""}
       *[other] {" "}Bilagsnummeret er { $voucher }.
    }{ $posting ->
        [none] {""}
       *[other] {" "}Posteringen er { $posting }.
    }
    .name = rettet innbetaling
event-OverpaymentCorrected = Tilbakebetalingen med bilag { $returned } på krav { $number } er rettet.{ $returned_on ->
        [none] {""}
       *[other] {" "}Dagen er { $returned_on }.
    }{ $voucher ->
        [none] {""}
       *[other] {" "}Bilagsnummeret er { $voucher }.
    }
    .name = rettet tilbakebetaling
event-AppealOutcomeCorrected = Svaret fra klageinstansen på klage { $number } er rettet.{ $outcome ->
        [none] {""}
       *[other] {" "}Utfallet er at { $outcome }.
    }{ $decided_on ->
        [none] {""}
       *[other] {" "}Datoen er { $decided_on }.
    }{ $reference ->
        [none] {""}
       *[other] {" "}Referansen er { $reference }.
    }
    .name = rettet svar fra klageinstansen
event-DirectorateAnswerCorrected = Svaret fra direktoratet er rettet.{ $allowed ->
        [none] {""}
        [true] {" "}Direktoratet sa ja.
       *[other] {" "}Direktoratet sa nei.
    }{ $reference ->
        [none] {""}
       *[other] {" "}Referansen er { $reference }.
    }
    .name = rettet svar fra direktoratet

command-reopen_condition = si at vilkåret ikke er oppfylt likevel
command-correct_disbursement = rette bilag eller betalingsdag
command-correct_repayment = rette beløp, dag, bilag eller postering på innbetalingen
command-correct_overpayment = rette dag eller bilag på tilbakebetalingen
command-correct_appeal_outcome = rette svaret fra klageinstansen
command-correct_directorate_answer = rette svaret fra direktoratet

refusal-appeal_carried_out = Svaret på klage { $appeal } er gjennomført. Da kan ikke utfallet bare rettes.
    .mend = Rett dato og referanse her. Er vedtaket galt, innstill på å gjøre det om.
refusal-condition_not_noted = Vilkåret er ikke notert som oppfylt: { $condition }.
    .mend = Velg et vilkår som er notert som oppfylt.
refusal-condition_relied_on = Vilkåret er lagt til grunn ({ $condition }): { $paid ->
        [true] pengene er betalt
       *[other] tilskuddet er innvilget
    }. Da kan ikke notatet bare rettes.
    .mend = Innstill på å gjøre om vedtaket, eller foreslå krav for brudd på vilkåret.
refusal-no_such_payment = Utbetaling { $payment } er ikke registrert som betalt.
    .mend = Velg en utbetaling som er betalt.
refusal-no_such_receipt = Krav { $claim } har ingen innbetaling med bilag { $voucher }.
    .mend = Velg en av innbetalingene på kravet.
refusal-no_such_return = Krav { $claim } har ingen tilbakebetaling med bilag { $voucher }.
    .mend = Velg en av tilbakebetalingene på kravet.
refusal-return_registered = En tilbakebetaling med bilag { $voucher } er registrert fra før.
    .mend = Bruk bilagsnummeret til denne tilbakebetalingen.
refusal-repayment_settles = Beløpet kan bare rettes så lenge krav { $claim } ikke er gjort opp, verken før eller etter rettelsen.
    .mend = Kom det inn mer enn notert, registrer resten med et eget bilag. Er det notert for mye, må en leder ta stilling.
refusal-nothing_corrected = Ingenting er rettet: feltene er tomme, eller det samme står der fra før.
    .mend = Fyll ut det som skal rettes.

letter-payment_corrected = Vi oppga feil dag for utbetalingen av tilskuddet. Riktig dag er { $paid_on }. Beløpet er det samme.
    .subject = Rettet dag for utbetaling, sak { $case_no }
letter-repayment_corrected = Vi hadde notert feil dag for en innbetaling på kravet om tilbakebetaling. Pengene kom { $received_on }, som var i tide. Har dere fått purring for dette beløpet, kan dere se bort fra den.
    .subject = Rettet dag for innbetaling, sak { $case_no }
letter-overpayment_corrected = Vi oppga feil dag for det vi har betalt tilbake til dere. Riktig dag er { $returned_on }. Beløpet er det samme.
    .subject = Rettet dag for tilbakebetaling, sak { $case_no }
letter-appeal_outcome_corrected = Vi ga dere feil opplysning om svaret fra klageinstansen.{ $outcome ->
        [none] {""}
       *[other] {" "}Riktig utfall: { $outcome }.
    }{ $decided_on ->
        [none] {""}
       *[other] {" "}Riktig dato: { $decided_on }.
    } Må vi gjøre noe mer, hører dere fra oss.
    .subject = Rettet melding om klagen, sak { $case_no }
