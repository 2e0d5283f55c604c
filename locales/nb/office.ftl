# The office's own work: what is done once a year, what has not left the house, and the tasks of a round.

# --- refusals ---
refusal-not_a_duty_of_the_office = { $duty } hører ikke til { $office } for dette året.
    .mend = Se hvilke plikter kontoret har: saksgang office duties.
refusal-yearly_duty_done = { $duty } for { $year } er ført som gjort fra før.
    .mend = Er det feil, kan det strykes: saksgang office undo.
refusal-yearly_duty_not_done = { $duty } for { $year } er ikke ført som gjort.
    .mend = Se hva som er gjort: saksgang office duties.
refusal-yearly_duty_too_early = { $duty } kan tidligst føres som gjort { $opens_day }.
    .mend = Se om året er riktig.
refusal-nothing_given_up = Ingenting som gjelder { $about }, er gitt opp på den måten.
    .mend = Se hva som ikke er sendt: saksgang dispatch list.
refusal-nothing_to_erase = Det som skulle slettes, finnes ikke i { $case_no }.
    .mend = Se hva som kan slettes i saken, og velg på nytt.
refusal-still_needed = Kontonummeret trengs så lenge { $case_no } ikke er avsluttet.
    .mend = Vent til saken er avsluttet, eller la kommunen oppgi en annen konto.
refusal-role_withdrawn = Rollen { $role } er trukket tilbake fra deg.
    .mend = En leder ved embetet kan gi den tilbake, under Kolleger.
refusal-role_withdrawn_already = Rollen { $role } er trukket tilbake fra før.
    .mend = Gi den tilbake om det var en feil.
refusal-role_not_withdrawn = Rollen { $role } er ikke trukket tilbake.
    .mend = Gi den i Altinn om den mangler.
refusal-own_role_kept = Du kan ikke trekke tilbake din egen rolle.
    .mend = Be en annen leder om det, så embetet ikke mister den siste som kan gi roller tilbake.

# --- events ---
event-YearlyDutyDone = { $duty } for { $year } gjort { $done_on }{ $reference ->
        [none] { "" }
       *[other] , { $reference }
    }
    .name = årlig plikt gjort
event-YearlyDutyUndone = { $duty } for { $year } er ikke gjort likevel
    .name = årlig plikt strøket
event-SentAgain = Det som var gitt opp i { $about }, sendes på nytt: { $sendings }
    .name = sendt på nytt
event-SentOtherwise = Meldinger i { $about } kom fram på annen måte { $sent_on }: { $sendings }
    .name = sendt på annen måte
event-ContentErased = { $by } slettet innhold i { $case_no } for godt
    .name = innhold slettet
event-RoleWithdrawn = { $by } trakk tilbake rollen { $role } ved { $office } fra { $subject }
    .name = rolle trukket tilbake
event-RoleGivenBack = { $by } ga rollen { $role } ved { $office } tilbake til { $subject }
    .name = rolle gitt tilbake

# --- tasks ---
task-open_round = Kunngjør årets runde
task-ranking_ready = Alle søknadene i runden er vurdert: prioriter dem
task-await_answers = Inviterte kommuner har ikke svart: minn dem på det
task-dispatch_failed = En melding kunne ikke sendes: rett det, eller send den på annen måte
task-dispatch_waiting = En melding har ventet lenge på å bli sendt: finn ut hvorfor
task-payment_order_stopped = Et utbetalingsoppdrag er ikke sendt: finn ut hvorfor
task-report_to_directorate = Send årsrapporten om tilskuddet til direktoratet
task-accounts_closing = Avstem tilskuddet før regnskapet for året avsluttes
task-impartiality_list = Gå gjennom habiliteten til de ansatte før neste år
task-access_review = Gå gjennom hvem som har tilgang, og steng den for dem som ikke lenger skal ha den
task-coordinator_overview = Lag oversikten over fosterhjemsprosjektene

# --- duties of the year, as names ---
duty-report_to_directorate = Årsrapporten til direktoratet
duty-accounts_closing = Avstemmingen før regnskapet avsluttes
duty-impartiality_list = Gjennomgangen av habiliteten
duty-access_review = Gjennomgangen av tilgangene
duty-coordinator_overview = Oversikten over fosterhjemsprosjektene

# --- what one can do, in the infinitive ---
command-do_yearly_duty = føre at en årlig plikt er gjort
command-undo_yearly_duty = stryke at en årlig plikt er gjort
command-send_again = sende på nytt
command-erase_content = slette innhold i en sak
command-note_sent_otherwise = føre at noe er sendt på annen måte
command-withdraw_role = trekke tilbake en rolle
command-give_role_back = gi tilbake en rolle

# --- what the command line says ---
office-duty = Plikt
office-key = Nøkkel
office-done_on = Gjort
office-no_duties = Kontoret har ingen årlige plikter for { $year }.
dispatch-waits_since = Siden
dispatch-sendings = Antall
dispatch-message = melding
dispatch-payment_order = betalingsordre
dispatch-all_sent = Alt er sendt.
