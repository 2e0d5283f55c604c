# Rounds, the ranking against the frame, the sheets for the leaders' meeting, and what is sent to many cases at once.

rounds-title = Rounds
rounds-round = Round
rounds-closes = Application deadline
rounds-cases = Applications
rounds-undecided = { $count } not decided
rounds-ranking = Ranking
rounds-none = No rounds
rounds-none-next = A leader opens a round when the allocation letter has come.
rounds-stage-announced = Announced
rounds-stage-open = Open
rounds-stage-closed = The deadline has passed
ranking-title = Ranking against the frame
ranking-closes = Application deadline { $closes_at }.
ranking-meeting = Print for the leaders' meeting
ranking-pots = Frames of the round
ranking-none = No applications in the round
ranking-none-next = The ranking begins when applications have come.
ranking-moved = { $name_shown }, place { $place } of { $all }
ranking-told = Above the line { $above_ore }, free { $free_ore }
ranking-error = The ranking is not saved
ranking-error-reason = Write the reason for the ranking
ranking-frame = Frame { $frame_ore }
ranking-no-frame = No frame is registered
ranking-granted = Granted
ranking-already = Already granted
ranking-above-line = Above the line
ranking-above = Above the line
ranking-below = Below the line
ranking-sentence = Of the frame of { $frame_ore }, { $granted_ore } is granted, { $above_ore } is above the line, and { $free_ore } is free.
ranking-dashed = Dashed: the line before the changes.
ranking-now = Now
ranking-then = With the changes
ranking-applications = { $count ->
        [one] One application, applied for { $applied_ore }
       *[other] { $count } applications, applied for { $applied_ore }
    }
ranking-note = All amounts in NOK. A change in “What if” shows what follows. Nothing is decided here.
ranking-place = Place
ranking-network = Network and main reason
ranking-criteria = Criteria
ranking-what-if = What if (NOK)
ranking-what-if-of = What if, { $name_shown }
ranking-sum = Sum so far
ranking-left = Left
ranking-line = The frame reaches to here. { $free_ore } is not distributed.
ranking-line-all = The frame reaches all. { $free_ore } is not distributed.
ranking-up = Move { $name_shown } up
ranking-down = Move { $name_shown } down
ranking-own = You wrote the recommendation: another leader approves.
ranking-was = Saved place: { $place }.
ranking-calculate = Calculate
ranking-changed = { $count ->
        [one] One amount is changed, { $sum_shown } NOK
       *[other] { $count } amounts are changed, together { $sum_shown } NOK
    }
ranking-changed-next = Amounts are not saved here. Another amount than recommended takes a new recommendation:
ranking-send-back = Send the recommendation for { $name_shown } back
ranking-see = See the case of { $name_shown }
ranking-reordered = { $count ->
        [one] One application gets a new place
       *[other] { $count } applications get a new place
    }
ranking-reason = Reason for the ranking
ranking-reason-help = The reason follows each case that gets a new place.
ranking-impartial = I am impartial in the cases that are moved
ranking-keep = Save the ranking
ranking-drop = Discard the changes
ranking-case-by-case = Each case is approved by itself afterwards. Your own recommendations you cannot approve.
ranking-leader-keeps = A leader saves the ranking.
ranking-file-place = Place
ranking-file-case = Case
ranking-file-network = Network
ranking-file-host = Host municipality
ranking-file-criteria = Criteria met
ranking-file-applied = Applied for (NOK)
ranking-file-amount = Amount (NOK)
ranking-file-sum = Sum so far (NOK)
ranking-file-left = Left (NOK)
ranking-file-line = The line
meeting-title = Cases for the leaders' meeting
meeting-print = Print the page with the browser.
meeting-proposed = Proposed
meeting-recommendation = Recommendation:
meeting-open = Open questions:
meeting-nothing-open = None.
