# One line of the history for each event, and the event's name inside a sentence (.name).

event-Submitted = Application for { $applied_ore } received{ $by_hand ->
        [true] , registered by hand
       *[other] {""}
    }{ $late ->
        [true] , after the deadline
       *[other] {""}
    }
    .name = application submitted
event-ImpartialityDeclared = { $impartial ->
        [true] Declared impartial
       *[other] Declared disqualified
    }
    .name = declaration of impartiality
event-Assigned = Assigned to { $officer }
    .name = assignment
event-ReturnedForSupplement = Returned for supplement until { $last_day }: { $deficiencies }
    .name = return for supplement
event-Supplemented = { $in_time ->
        [true] Supplement received
       *[other] Supplement received after the deadline
    }, applied for { $applied_ore }
    .name = supplement
event-AnchoringConfirmed = { $municipality } confirmed that its management stands behind taking part, { $anchored_on }
    .name = anchoring confirmed
event-AssessmentResumed = What was missing did not come in time: judged on what there is
    .name = judged on what there is
event-Withdrawn = The application was withdrawn
    .name = withdrawal
event-LateApplicationAccepted = The application came after the deadline and is taken up all the same
    .name = late application taken up
event-DismissalRecommended = Recommended to be dismissed: { $ground }
    .name = dismissal recommended
event-Dismissed = Dismissed: { $ground }
    .name = dismissal
event-Assessed = Assessed, with { $proposed_ore } proposed
    .name = assessment
event-Ranked = Placed as number { $place } in the round
    .name = placing
event-Recommended = { $grant ->
        [true] Recommended to grant { $amount_ore }
       *[other] Recommended to reject: { $rejection_ground }
    }
    .name = recommendation
event-SentBack = The recommendation was sent back
    .name = return of the recommendation
event-Granted = Granted { $amount_ore }, applied for { $applied_ore }
    .name = grant
event-BudgetDelivered = { $in_time ->
        [true] Revised budget received
       *[other] Revised budget received, too late
    }
    .name = revised budget
event-TermsAccepted = { $in_time ->
        [true] The terms of decision { $decision_no } are accepted
       *[other] The terms of decision { $decision_no } are accepted after the deadline
    }
    .name = terms accepted
event-Rejected = Rejected: { $ground }
    .name = rejection
event-AccountConfirmed = The account number was confirmed
    .name = account confirmed
event-ConditionMet = Condition met: { $condition }
    .name = condition met
event-LatePaymentAllowed = The directorate lets the grant be paid after the grant year ({ $reference })
    .name = payment after the grant year
event-PaymentOrdered = Payment { $payment_no } ordered: { $amount_ore }
    .name = payment ordered
event-PaymentAttested = Payment { $payment_no } attested: { $amount_ore }
    .name = payment attested
event-PaymentFailed = Payment { $payment_no } came back
    .name = payment returned
event-PaymentCancelled = { $attested ->
        [true] Payment { $payment_no } was stopped by the accounts
       *[other] The order of payment { $payment_no } was taken back
    }
    .name = payment taken back
event-Disbursed = Paid { $amount_ore } on { $paid_on }, voucher { $voucher }
    .name = disbursement
event-ThresholdEvaluated = { $limit_ore ->
        [none] Automatic: the duty to report tried for { $basis_ore }: { $result }
       *[other] Automatic: { $basis_ore } tried against the limit of { $limit_ore }: { $result }
    }
    .name = evaluation of the reporting limit
    .result = { $result }
event-ReportDutyArose = Report for { $name } is due by { $last_day }: { $ground }
    .name = duty to report
    .result = a report for { $name } is due by { $last_day }
event-AuditDutyArose = Auditor's statement for { $name } is due by { $last_day }
    .name = duty of audit
    .result = an auditor's statement for { $name } is due by { $last_day }
event-ProjectDutyNoted = Automatic: with case { $carried_by_no } the grants come to { $basis_ore }, above the reporting limit; this grant is to be reported too
    .name = the project's duty to report
    .result = this grant is to be reported
event-GrantYearEnded = Automatic, because the grant year ended on { $deadline }: { $result }
    .name = end of the grant year
    .result = { $result }
event-UseDeadlinePassed = Automatic, because the use deadline { $deadline } has passed: { $result }
    .name = use deadline passed
    .result = { $result }
event-LadderStepReached = Automatic, because { $clock } is due by { $deadline }: { $overtaken ->
        [true] not done, a later step holds
       *[other] { $act }
    }
    .name = reminder or task
    .result = { $overtaken ->
        [true] nothing, a later step holds
       *[other] { $act }
    }
event-Reminded = The municipality was reminded of { $clock }, due { $deadline }
    .name = reminder by a person
event-UseAnswered = Answer about the use: { $unspent_ore } is unspent
    .name = answer about unspent money
event-ReportDelivered = { $in_time ->
        [true] Report for { $duty } delivered
       *[other] Report for { $duty } delivered after the deadline
    }: spent { $spent_ore }, unspent { $unused_ore }{ $interest_ore ->
        [none] {""}
       *[other] ; interest { $interest_ore }
    }{ $vat_compensated_ore ->
        [none] {""}
       *[other] ; compensated value added tax { $vat_compensated_ore }
    }
    .name = report delivered
event-ReportReturned = Report for { $duty } sent back until { $last_day }
    .name = return of a report
event-ReportSeconded = Report for { $duty } read by a second reader
    .name = report read by a second reader
event-ReportApproved = Report for { $duty } approved
    .name = report approved
event-ReportsCompleted = Automatic, because every report is approved: the case is reported
    .name = everything reported
    .result = the case is reported
event-AuditDelivered = { $in_time ->
        [true] Auditor's statement for { $duty } delivered
       *[other] Auditor's statement for { $duty } delivered after the deadline
    }: { $amount_ore }
    .name = auditor's statement delivered
event-AuditReturned = Auditor's statement for { $duty } sent back until { $last_day }
    .name = return of an auditor's statement
event-AuditAccepted = { $applies ->
        [auditor] Auditor's statement for { $duty } accepted, difference { $difference_ore }: the auditor's figure applies
       *[other] Auditor's statement for { $duty } accepted, difference { $difference_ore }
    }
    .name = auditor's statement accepted
event-AuditsCompleted = Automatic, because every auditor's statement is accepted: the case is audited
    .name = everything audited
    .result = the case is audited
event-EndedEarly = The project ended early, on { $end_day }
    .name = early end
event-AuditChosen = { $required ->
        [true] Audited accounts are due: the source is silent, a person chose
       *[other] Audited accounts are not due: the source is silent, a person chose
    }
    .name = choice about audited accounts
event-ExtensionAsked = The municipality asks to use the grant until { $last_day }
    .name = request for more time
event-DirectorateAsked = The directorate was asked
    .name = question to the directorate
event-DirectorateAnswered = { $allowed ->
        [true] The directorate said yes
       *[other] The directorate said no
    }, { $reference }
    .name = answer of the directorate
event-UseExtended = The use deadline was moved to { $use_deadline }, on the directorate's answer { $reference }
    .name = more time
event-ExtensionDeclined = The municipality got no more time
    .name = refusal of more time
event-ChangeAsked = The municipality asks for change { $number } in the use of the grant
    .name = request for a change
event-ChangeApproved = Change { $number } is approved
    .name = approved change
event-ChangeDeclined = Change { $number } is declined
    .name = declined change
event-ClaimProposed = Claim { $number } of { $amount_ore } proposed: { $ground }
    .name = claim proposed
event-ClaimNoticeGiven = Notice of claim { $number } of { $amount_ore }: reply by { $last_day }
    .name = notice of a claim
event-ClaimReplied = { $in_time ->
        [true] Reply to the notice of claim { $number }
       *[other] Reply to the notice of claim { $number }, after the deadline
    }
    .name = reply to the notice of a claim
event-ClaimDecided = Claim { $number } of { $amount_ore } decided, due by { $due_day }
    .name = claim decided
event-ClaimDeferred = The last day of payment of claim { $number } was moved from { $before_day } to { $due_day }
    .name = deferred payment
event-ClaimReduced = Claim { $number } was reversed from { $before_ore } to { $amount_ore }
    .name = reversed claim
event-ClaimDropped = Claim { $number } was not followed up
    .name = claim dropped
event-ClaimInvoiced = Invoice of claim { $number } sent, KID { $kid }
    .name = invoice
event-RepaymentReceived = { $amount_ore } received on claim { $number } on { $received_on }
    .name = repayment received
event-ClaimSentToCollection = { $outstanding_ore } of claim { $number } was sent to collection
    .name = collection
event-OverpaymentReturned = { $amount_ore } paid too much on claim { $number } was paid back on { $returned_on }
    .name = overpayment paid back
event-ClaimWrittenOff = { $ground ->
        [none] { $amount_ore } written off on claim { $number }
       *[other] { $amount_ore } given up on claim { $number }: { $ground }
    }
    .name = write-off
event-Refunded = Automatic, because everything is settled: { $refunded_ore } is paid back
    .name = refund completed
    .result = the case ends as paid back
event-Closed = The case was closed: { $outcome }
    .name = closing
    .result = the case is closed: { $outcome }
event-Reopened = The case was reopened on { $source }
    .name = reopening
event-TransferAsked = { $office } is asked to take the case over
    .name = request for a transfer
event-TransferDeclined = The case is not transferred to { $office }
    .name = declined transfer
event-OfficeChanged = The case is transferred to { $office }
    .name = transfer
event-HostChanged = New host municipality: { $host } instead of { $before }
    .name = new host
event-RoundOpened = The round “{ $title }” was announced: opens { $opens_at }, deadline { $closes_at }
    .name = announcement
event-RoundStarted = Automatic, because the round has opened: applications are received
    .name = opening of the round
event-RoundReminded = Automatic, because the application deadline is near: reminder to the municipalities
    .name = reminder of the application deadline
event-RoundClosed = Automatic, because the application deadline { $deadline } has passed: the round is closed
    .name = closing of the round
event-MandateRegistered = Authority for { $grant_year } registered: { $reference }
    .name = authority registered
event-OfficeSettingChanged = Settings of the office changed{ $attestor_may_recommend ->
        [none] {""}
        [true] ; the attestor may have written the recommendation
       *[other] ; the attestor may not have written the recommendation
    }{ $write_off_limit_ore ->
        [none] {""}
       *[other] ; a leader may give up to { $write_off_limit_ore } of a claim up
    }
    .name = settings of the office
