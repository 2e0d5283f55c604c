# Regelen bak ei lenkje, og om tenesta.

rule-set-more = Ein runde kan be om meir enn dette, aldri mindre.
rule-kicker = Regel { $key_shown }
rule-quote = Slik står det
rule-where = Kvar
rule-years = Gjeld
rule-meaning = Kva Saksgang les ut av det (engelsk)
rule-law-title = Lov og føresegner
rule-own-title = Saksgang sin eigen regel
rule-own = Dette er eit steg eller ei lesing som ikkje står ordrett i retningslinjene. Kvifor ho er slik, står i dokumentasjonen under { $key_shown }.
rule-acts = Kven som kan gjere kva etter regelen
help-title = Hjelp
help-lead = Slik bruker du Saksgang.
help-today-head = I dag
help-today = Alt du skal gjere, med dato, grunn og regel. Datoar avgjer ingenting av seg sjølve: eit menneske vel neste steg.
help-case-head = Saka
help-case = Øvst står kvar saka er og kva som kan gjerast no. Det som ikkje er mogleg enno, står med grunnen, regelen og det som løyser det.
help-received-head = Når systemet er nede
help-received = «Motteke» tyder at det du sende er skrive ned med klokkeslett, og det er klokkeslettet som tel for fristen. «Ikkje motteke» tyder at du må sende igjen. Det du skreiv, står på sida.
accessibility-title = Tilgjengelegheitserklæring
accessibility-text = Saksgang er laga etter WCAG 2.2 på nivå AA. Kvar side blir prøvd automatisk for kvar endring, med tastatur, ved 320 pikslar og 200 prosent forstørring. Finn du noko som stengjer, så sei frå til embetet ditt.
privacy-title = Personvern
privacy-text = Saksgang lagrar ein fast kode for deg frå innlogginga, rolla di og det du gjer i saker. Namn, fødselsnummer og opplysningar om barn trengst aldri. To informasjonskapslar blir brukte: éin for innlogginga og éin for språket. Ingenting blir henta frå andre nettstader.
