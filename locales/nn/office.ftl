# The office's own work: what is done once a year, what has not left the house, and the tasks of a round.

# --- refusals ---
refusal-not_a_duty_of_the_office = { $duty } høyrer ikkje til { $office } for dette året.
    .mend = Sjå kva plikter kontoret har: saksgang office duties.
refusal-yearly_duty_done = { $duty } for { $year } er ført som gjort frå før.
    .mend = Er det feil, kan det strykast: saksgang office undo.
refusal-yearly_duty_not_done = { $duty } for { $year } er ikkje ført som gjort.
    .mend = Sjå kva som er gjort: saksgang office duties.
refusal-yearly_duty_too_early = { $duty } kan tidlegast førast som gjort { $opens_day }.
    .mend = Sjå om året er rett.
refusal-nothing_given_up = Ingenting som gjeld { $about }, er gitt opp på den måten.
    .mend = Sjå kva som ikkje er sendt: saksgang dispatch list.
refusal-nothing_to_erase = Det som skulle slettast, finst ikkje i { $case_no }.
    .mend = Sjå kva som kan slettast i saka, og vel på nytt.
refusal-still_needed = Kontonummeret trengst så lenge { $case_no } ikkje er avslutta.
    .mend = Vent til saka er avslutta, eller lat kommunen oppgje ein annan konto.
refusal-role_withdrawn = Rolla { $role } er trekt tilbake frå deg.
    .mend = Ein leiar ved embetet kan gje ho tilbake, under Kollegaer.
refusal-role_withdrawn_already = Rolla { $role } er trekt tilbake frå før.
    .mend = Gi ho tilbake om det var ein feil.
refusal-role_not_withdrawn = Rolla { $role } er ikkje trekt tilbake.
    .mend = Gi ho i Altinn om ho manglar.
refusal-own_role_kept = Du kan ikkje trekkje tilbake di eiga rolle.
    .mend = Be ein annan leiar om det, så embetet ikkje mistar den siste som kan gi roller tilbake.

# --- events ---
event-YearlyDutyDone = { $duty } for { $year } gjord { $done_on }{ $reference ->
        [none] { "" }
       *[other] , { $reference }
    }
    .name = årleg plikt gjord
event-YearlyDutyUndone = { $duty } for { $year } er ikkje gjord likevel
    .name = årleg plikt stroken
event-SentAgain = Det som var gitt opp i { $about }, blir sendt på nytt: { $sendings }
    .name = sendt på nytt
event-SentOtherwise = Meldingar i { $about } kom fram på annan måte { $sent_on }: { $sendings }
    .name = sendt på annan måte
event-ContentErased = { $by } sletta innhald i { $case_no } for godt
    .name = innhald sletta
event-RoleWithdrawn = { $by } trekte tilbake rolla { $role } ved { $office } frå { $subject }
    .name = rolle trekt tilbake
event-RoleGivenBack = { $by } gav rolla { $role } ved { $office } tilbake til { $subject }
    .name = rolle gitt tilbake

# --- tasks ---
task-open_round = Kunngjer runden i år
task-ranking_ready = Alle søknadene i runden er vurderte: prioriter dei
task-await_answers = Inviterte kommunar har ikkje svart: minn dei på det
task-dispatch_failed = Ei melding kunne ikkje sendast: rett det, eller send henne på annan måte
task-dispatch_waiting = Ei melding har venta lenge på å bli send: finn ut kvifor
task-payment_order_stopped = Eit utbetalingsoppdrag er ikkje sendt: finn ut kvifor
task-report_to_directorate = Send årsrapporten om tilskotet til direktoratet
task-accounts_closing = Avstem tilskotet før rekneskapen for året blir avslutta
task-impartiality_list = Gå gjennom habiliteten til dei tilsette før neste år
task-access_review = Gå gjennom kven som har tilgang, og steng han for dei som ikkje lenger skal ha han
task-coordinator_overview = Lag oversikta over fosterheimsprosjekta

# --- duties of the year, as names ---
duty-report_to_directorate = Årsrapporten til direktoratet
duty-accounts_closing = Avstemminga før rekneskapen blir avslutta
duty-impartiality_list = Gjennomgangen av habiliteten
duty-access_review = Gjennomgangen av tilgangane
duty-coordinator_overview = Oversikta over fosterheimsprosjekta

# --- what one can do, in the infinitive ---
command-do_yearly_duty = føre at ei årleg plikt er gjord
command-undo_yearly_duty = stryke at ei årleg plikt er gjord
command-send_again = sende på nytt
command-erase_content = slette innhald i ei sak
command-note_sent_otherwise = føre at noko er sendt på annan måte
command-withdraw_role = trekkje tilbake ei rolle
command-give_role_back = gi tilbake ei rolle

# --- what the command line says ---
office-duty = Plikt
office-key = Nøkkel
office-done_on = Gjort
office-no_duties = Kontoret har ingen årlege plikter for { $year }.
dispatch-waits_since = Sidan
dispatch-sendings = Tal
dispatch-message = melding
dispatch-payment_order = betalingsordre
dispatch-all_sent = Alt er sendt.
