# Éin ting gjord i mange saker på éin gong.

bulk-choose = { $run_shown ->
        [remind] Send påminning i fleire saker
       *[assign] Fordel fleire saker
    }
bulk-choose-lead = { $run_shown ->
        [remind] Kvar kommune får sitt brev, om det han har kortast frist for.
       *[assign] Kvar sak får sitt svar, og går ikkje den eine, går dei andre.
    }
bulk-cases = { $count ->
        [one] Éi sak er vald
       *[other] { $count } saker er valde
    }
bulk-of-colleague = Sakene til { $who_shown }
bulk-pick = Vel { $case_shown }
bulk-pick-all = Vel
bulk-none = Ingen saker er valde
bulk-none-next = Kryss av i lista over saker, og kom tilbake hit.
bulk-cut = Berre dei { $most_shown } første er viste.
bulk-officer = Kven skal ha sakene?
bulk-officer-cases = { $count ->
        [0] Ingen saker no
        [one] Éi sak no
       *[other] { $count } saker no
    }
bulk-myself = Eg, { $who_shown }
bulk-impartial = Eg er habil i sakene eg har kryssa av
bulk-impartial-help = Gjeld { $count ->
        [one] éi sak
       *[other] { $count } saker
    } der du ikkje har sagt om du er habil. Er du i tvil om ei av dei, ta ho ut av valet.
bulk-others-declare = Ein kollega må sjølv ha sagt frå om å vere habil. Elles svarer saka nei, og seier kven som manglar.
bulk-error-none = Kryss av for minst éi sak
bulk-error-officer = Vel kven som skal ha sakene
bulk-send = { $run_shown ->
        [remind] Send påminningane
       *[assign] Fordel sakene
    }
bulk-selected = Med dei valde sakene
bulk-remind = Send påminning
bulk-assign = Fordel
bulk-nothing-awaited = Ingenting er venta frå kommunen
bulk-title = { $run_shown ->
        [assign] Fordeling av saker
        [remind] Påminningar
        [rank] Rangering
       *[other] Samla
    }
bulk-summary = { $done } av { $all } gjort{ $refused ->
        [0] {""}
       *[other] , { $refused } avvist
    }{ $waiting ->
        [0] .
       *[other] , { $waiting } ventar. Du kan lukke sida: alt er motteke.
    }
bulk-progress = Framdrift
bulk-result = Resultat
bulk-done = Gjort
bulk-refused = Avvist
bulk-waiting = Motteke
bulk-back = Til sakene
