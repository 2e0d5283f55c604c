# Regelen bak en lenke, og om tjenesten.

rule-set-more = En runde kan be om mer enn dette, aldri mindre.
rule-kicker = Regel { $key_shown }
rule-quote = Slik står det
rule-where = Hvor
rule-years = Gjelder
rule-meaning = Hva Saksgang leser ut av det (engelsk)
rule-law-title = Lov og bestemmelser
rule-own-title = Saksgangens egen regel
rule-own = Dette er et steg eller en lesning som ikke står ordrett i retningslinjene. Hvorfor den er slik, står i dokumentasjonen under { $key_shown }.
rule-acts = Hvem som kan gjøre hva etter regelen
help-title = Hjelp
help-lead = Slik bruker du Saksgang.
help-today-head = I dag
help-today = Alt du skal gjøre, med dato, grunn og regel. Datoer avgjør ingenting av seg selv: et menneske velger neste steg.
help-case-head = Saken
help-case = Øverst står hvor saken er og hva som kan gjøres nå. Det som ikke er mulig ennå, står med grunnen, regelen og det som løser det.
help-received-head = Når systemet er nede
help-received = «Mottatt» betyr at det du sendte er skrevet ned med klokkeslett, og det er klokkeslettet som teller for fristen. «Ikke mottatt» betyr at du må sende igjen. Det du skrev, står på siden.
accessibility-title = Tilgjengelighetserklæring
accessibility-text = Saksgang er laget etter WCAG 2.2 på nivå AA. Hver side prøves automatisk for hver endring, med tastatur, ved 320 piksler og 200 prosent forstørring. Finner du noe som stenger, så si fra til embetet ditt.
privacy-title = Personvern
privacy-text = Saksgang lagrer en fast kode for deg fra innloggingen, rollen din og det du gjør i saker. Navn, fødselsnummer og opplysninger om barn trengs aldri. To informasjonskapsler brukes: én for innloggingen og én for språket. Ingenting hentes fra andre nettsteder.
