# One thing done in many cases at once.

bulk-choose = { $run_shown ->
        [remind] Send reminders in several cases
       *[assign] Assign several cases
    }
bulk-choose-lead = { $run_shown ->
        [remind] Each municipality gets a letter of its own, about what it has the shortest time for.
       *[assign] Each case answers for itself: where one says no, the others go on.
    }
bulk-cases = { $count ->
        [one] One case is chosen
       *[other] { $count } cases are chosen
    }
bulk-of-colleague = The cases of { $who_shown }
bulk-pick = Choose { $case_shown }
bulk-pick-all = Choose
bulk-none = No cases are chosen
bulk-none-next = Tick them in the list of cases, and come back here.
bulk-cut = Only the first { $most_shown } are shown.
bulk-officer = Who is to have the cases?
bulk-officer-cases = { $count ->
        [0] No cases now
        [one] One case now
       *[other] { $count } cases now
    }
bulk-myself = I, { $who_shown }
bulk-impartial = I am impartial in the cases I have ticked
bulk-impartial-help = For { $count ->
        [one] one case
       *[other] { $count } cases
    } in which you have not said whether you are impartial. If one is in doubt, take it out of the choice.
bulk-others-declare = A colleague must have said so personally. Otherwise the case answers no, and says who has not declared.
bulk-error-none = Tick at least one case
bulk-error-officer = Choose who is to have the cases
bulk-send = { $run_shown ->
        [remind] Send the reminders
       *[assign] Assign the cases
    }
bulk-selected = With the chosen cases
bulk-remind = Send a reminder
bulk-assign = Assign
bulk-nothing-awaited = Nothing is awaited from the municipality
bulk-title = { $run_shown ->
        [assign] Assignment of cases
        [remind] Reminders
        [rank] Ranking
       *[other] Several cases
    }
bulk-summary = { $done } of { $all } done{ $refused ->
        [0] {""}
       *[other] , { $refused } refused
    }{ $waiting ->
        [0] .
       *[other] , { $waiting } waiting. You may close the page: everything is received.
    }
bulk-progress = Progress
bulk-result = Result
bulk-done = Done
bulk-refused = Refused
bulk-waiting = Received
bulk-back = To the cases
