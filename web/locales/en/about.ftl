# The rule behind a link, and about the service.

rule-set-more = A round may ask for more than this, never for less.
rule-kicker = Rule { $key_shown }
rule-quote = What it says
rule-where = Where
rule-years = In force
rule-meaning = How Saksgang reads it
rule-law-title = Law and provisions
rule-own-title = A rule of the case’s own course
rule-own = This is a step or a reading that does not stand word for word in the guidelines. Why it is so is in the documentation under { $key_shown }.
rule-acts = Who may do what by this rule
help-title = Help
help-lead = How to use Saksgang.
help-today-head = Today
help-today = Everything you are to do, with date, reason and rule. Dates decide nothing by themselves: a person chooses the next step.
help-case-head = The case
help-case = At the top stands where the case is and what can be done now. What is not possible yet stands with the reason, the rule and what mends it.
help-received-head = When the system is down
help-received = “Received” means that what you sent is written down with the time, and that time counts for the deadline. “Not received” means that you must send again. What you wrote stands on the page.
accessibility-title = Accessibility statement
accessibility-text = Saksgang is made after WCAG 2.2 at level AA. Each page is tried automatically for every change, by keyboard, at 320 pixels and at 200 per cent zoom. If you find something that shuts you out, tell your office.
privacy-title = Privacy
privacy-text = Saksgang stores a fixed code for you from the login, your role and what you do in cases. Names, national identity numbers and information about children are never needed. Two cookies are used: one for the login and one for the language. Nothing is fetched from other sites.
