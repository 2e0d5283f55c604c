# Én ting gjort i mange saker på én gang.

bulk-choose = { $run_shown ->
        [remind] Send påminnelse i flere saker
       *[assign] Fordel flere saker
    }
bulk-choose-lead = { $run_shown ->
        [remind] Hver kommune får sitt brev, om det den har kortest frist for.
       *[assign] Hver sak får sitt svar, og går den ene ikke, går de andre.
    }
bulk-cases = { $count ->
        [one] Én sak er valgt
       *[other] { $count } saker er valgt
    }
bulk-of-colleague = Sakene til { $who_shown }
bulk-pick = Velg { $case_shown }
bulk-pick-all = Velg
bulk-none = Ingen saker er valgt
bulk-none-next = Kryss av i listen over saker, og kom tilbake hit.
bulk-cut = Bare de { $most_shown } første vises.
bulk-officer = Hvem skal ha sakene?
bulk-officer-cases = { $count ->
        [0] Ingen saker nå
        [one] Én sak nå
       *[other] { $count } saker nå
    }
bulk-myself = Jeg, { $who_shown }
bulk-impartial = Jeg er habil i sakene jeg har krysset av
bulk-impartial-help = Gjelder { $count ->
        [one] én sak
       *[other] { $count } saker
    } der du ikke har sagt om du er habil. Er du i tvil om én av dem, ta den ut av valget.
bulk-others-declare = En kollega må selv ha sagt fra om å være habil. Ellers svarer saken nei, og sier hvem som mangler.
bulk-error-none = Kryss av for minst én sak
bulk-error-officer = Velg hvem som skal ha sakene
bulk-send = { $run_shown ->
        [remind] Send påminnelsene
       *[assign] Fordel sakene
    }
bulk-selected = Med de valgte sakene
bulk-remind = Send påminnelse
bulk-assign = Fordel
bulk-nothing-awaited = Ingenting ventes fra kommunen
bulk-title = { $run_shown ->
        [assign] Fordeling av saker
        [remind] Påminnelser
        [rank] Rangering
       *[other] Samlet
    }
bulk-summary = { $done } av { $all } gjort{ $refused ->
        [0] {""}
       *[other] , { $refused } avvist
    }{ $waiting ->
        [0] .
       *[other] , { $waiting } venter. Du kan lukke siden: alt er mottatt.
    }
bulk-progress = Framdrift
bulk-result = Resultat
bulk-done = Gjort
bulk-refused = Avvist
bulk-waiting = Mottatt
bulk-back = Til sakene
