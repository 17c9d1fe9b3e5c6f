/** Written by `npm run generate` from docs/api/qijing.openapi.json; do not edit. */
export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * JSON Web Key Set
         * @description JSON Web Key Set.
         *
         *     Open to: everybody.
         */
        get: operations["jwksRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts in the order of their creation
         * @description Accounts in the order of their creation.
         *
         *     Open to: sys_admin, sec_admin, audit_admin.
         */
        get: operations["accountsList"];
        put?: never;
        /**
         * Creates an account; it has no password until its person sets one with a one-time secret (`reset`)
         * @description Creates an account; it has no password until its person sets one with a one-time secret (`reset`). Roles that take two
         *     administrators are `pending` until another administrator confirms them, who then hands out the secret.
         *
         *     Open to: sys_admin.
         */
        post: operations["accountsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes name, roles, unit or whether it is disabled; `If-Match` names the version read
         * @description Changes name, roles, unit or whether it is disabled; `If-Match` names the version read. What takes two administrators is
         *     `pending` until another one confirms it; a newer proposal takes its place.
         *
         *     Open to: sys_admin.
         */
        patch: operations["accountsChange"];
        trace?: never;
    };
    "/api/v1/accounts/{accountId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another administrator agrees to the change that waits, in the version named by `If-Match`
         * @description Another administrator agrees to the change that waits, in the version named by `If-Match`.
         *
         *     Open to: sec_admin, audit_admin.
         */
        post: operations["accountsConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{accountId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another administrator does not agree to the change that waits; what is in force stays
         * @description Another administrator does not agree to the change that waits; what is in force stays.
         *
         *     Open to: sec_admin, audit_admin.
         */
        post: operations["accountsRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{accountId}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The password is over and every session ends; `handedOut` is what the person sets another one with
         * @description The password is over and every session ends; `handedOut` is what the person sets another one with. Of an account with roles
         *     that take two administrators this is `pending`, and whoever confirms hands it out.
         *
         *     Open to: sys_admin.
         */
        post: operations["accountsReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{accountId}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets devices and addresses that were backed off after wrong passwords try again
         * @description Lets devices and addresses that were backed off after wrong passwords try again.
         *
         *     Open to: sys_admin.
         */
        post: operations["accountsUnlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the assignments of a unit, newest first
         * @description Lists the assignments of a unit, newest first.
         *
         *     Open to: dispatcher, duty_chief, officer, partner_user.
         */
        get: operations["assignmentsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the assignment (签收)
         * @description Takes the assignment (签收).
         *
         *     Open to: dispatcher, duty_chief, officer, partner_user.
         */
        post: operations["assignmentsAcknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/approve-decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Releases the unit and sends another one of its discipline; `If-Match` names the version of the release in the file
         * @description Releases the unit and sends another one of its discipline; `If-Match` names the version of the release in the file.
         *
         *     Open to: dispatcher, duty_chief.
         */
        post: operations["assignmentsApproveDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/arrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The unit is on the scene (到场)
         * @description The unit is on the scene (到场).
         *
         *     Open to: dispatcher, duty_chief, officer, partner_user.
         */
        post: operations["assignmentsArrive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Final feedback; the unit is free again
         * @description Final feedback; the unit is free again.
         *
         *     Open to: dispatcher, duty_chief, officer, partner_user.
         */
        post: operations["assignmentsComplete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks to be released (申请退单); the dispatcher decides
         * @description Asks to be released (申请退单); the dispatcher decides.
         *
         *     Open to: officer, partner_user.
         */
        post: operations["assignmentsRequestDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/depart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The unit is on its way (出动)
         * @description The unit is on its way (出动).
         *
         *     Open to: dispatcher, duty_chief, officer, partner_user.
         */
        post: operations["assignmentsDepart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tells what the unit found (反馈)
         * @description Tells what the unit found (反馈).
         *
         *     Open to: dispatcher, duty_chief, officer, partner_user.
         */
        post: operations["assignmentsGiveFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/reject-decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuses the release; the assignment stands; `If-Match` names the version of the release in the file
         * @description Refuses the release; the assignment stands; `If-Match` names the version of the release in the file.
         *
         *     Open to: dispatcher, duty_chief.
         */
        post: operations["assignmentsRejectDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/{id}/start-work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The unit works on it (处置); remote units start without arriving
         * @description The unit works on it (处置); remote units start without arriving.
         *
         *     Open to: dispatcher, duty_chief, officer, partner_user.
         */
        post: operations["assignmentsStartWork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done in the service, and what was refused, newest first
         * @description What was done in the service, and what was refused, newest first. Reading it is written down too.
         *
         *     Open to: audit_admin.
         */
        get: operations["casesAuditList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done in the service, and what was refused, newest first
         * @description What was done in the service, and what was refused, newest first. Reading it is written down too.
         *
         *     Open to: audit_admin.
         */
        get: operations["identityAuditList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/intake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done in the service, and what was refused, newest first
         * @description What was done in the service, and what was refused, newest first. Reading it is written down too.
         *
         *     Open to: audit_admin.
         */
        get: operations["intakeAuditList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done in the service, and what was refused, newest first
         * @description What was done in the service, and what was refused, newest first. Reading it is written down too.
         *
         *     Open to: audit_admin.
         */
        get: operations["notificationsAuditList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done in the service, and what was refused, newest first
         * @description What was done in the service, and what was refused, newest first. Reading it is written down too.
         *
         *     Open to: audit_admin.
         */
        get: operations["routingAuditList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A case with its suspects and its ledger
         * @description A case with its suspects and its ledger.
         *
         *     Open to: call_taker, dispatcher, duty_chief, approver, supervisor, analyst, legal_reviewer, officer, case_officer, unit_duty_leader.
         */
        get: operations["casesRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide about the case: accept the case (受案)
         * @description Decide about the case: accept the case (受案).
         *
         *     Open to: case_officer.
         */
        post: operations["casesAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/ask-reconsideration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide about the case: enter a request to reconsider (登记复议复核申请)
         * @description Decide about the case: enter a request to reconsider (登记复议复核申请).
         *
         *     Open to: case_officer.
         */
        post: operations["casesAskReconsideration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/investigate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide about the case: start the investigation (开始侦查)
         * @description Decide about the case: start the investigation (开始侦查).
         *
         *     Open to: case_officer.
         */
        post: operations["casesInvestigate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/ledger-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Posts an entry of the loss ledger; entries are never changed, only reversed
         * @description Posts an entry of the loss ledger; entries are never changed, only reversed.
         *
         *     Open to: case_officer.
         */
        post: operations["casesPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/mediate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide about the case: enter what the parties agreed on (登记调解协议)
         * @description Decide about the case: enter what the parties agreed on (登记调解协议).
         *
         *     Open to: case_officer.
         */
        post: operations["casesMediate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/mediation-failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide about the case: enter that the agreement was not kept (登记调解协议未履行)
         * @description Decide about the case: enter that the agreement was not kept (登记调解协议未履行).
         *
         *     Open to: case_officer.
         */
        post: operations["casesMediationFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proposes a decision about a case or an entry of its ledger; a case officer, after a reconsideration legal review
         * @description Proposes a decision about a case or an entry of its ledger; a case officer, after a reconsideration legal review.
         *
         *     Open to: case_officer, legal_reviewer.
         */
        post: operations["caseProposalsMake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide about the case: start the review (开始审查)
         * @description Decide about the case: start the review (开始审查).
         *
         *     Open to: case_officer.
         */
        post: operations["casesReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/solve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide about the case: declare the case solved (破案)
         * @description Decide about the case: declare the case solved (破案).
         *
         *     Open to: case_officer.
         */
        post: operations["casesSolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/suspects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records a suspect by number and state
         * @description Records a suspect by number and state.
         *
         *     Open to: case_officer.
         */
        post: operations["casesAddSuspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/suspects/{number}/caught": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A recorded suspect was caught (抓获)
         * @description A recorded suspect was caught (抓获).
         *
         *     Open to: case_officer.
         */
        post: operations["casesCaught"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{incidentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The dispatch of an incident; officers see those their unit has a standing part in
         * @description The dispatch of an incident; officers see those their unit has a standing part in.
         *
         *     Open to: call_taker, dispatcher, duty_chief, supervisor, officer.
         */
        get: operations["dispatchesOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{incidentId}/reinforcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends one more unit (增援)
         * @description Sends one more unit (增援).
         *
         *     Open to: dispatcher, duty_chief.
         */
        post: operations["dispatchesAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The directory, by id; an enterprise contact gets the own entry only
         * @description The directory, by id; an enterprise contact gets the own entry only.
         *
         *     Open to: enterprise_contact, liaison, call_taker, dispatcher, duty_chief, approver, supervisor, analyst, eso_clerk, follow_up_agent.
         */
        get: operations["enterprisesList"];
        put?: never;
        /**
         * Enters an enterprise in the directory
         * @description Enters an enterprise in the directory.
         *
         *     Open to: call_taker, dispatcher, duty_chief, eso_clerk, liaison.
         */
        post: operations["enterprisesRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One entry; its version is in the ETag
         * @description One entry; its version is in the ETag.
         *
         *     Open to: enterprise_contact, liaison, call_taker, dispatcher, duty_chief, approver, supervisor, analyst, eso_clerk, follow_up_agent.
         */
        get: operations["enterprisesRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes fields of an entry; If-Match names the version that was read
         * @description Changes fields of an entry; If-Match names the version that was read.
         *
         *     Open to: call_taker, dispatcher, duty_chief, eso_clerk, liaison.
         */
        patch: operations["enterprisesChange"];
        trace?: never;
    };
    "/api/v1/enterprises/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its enabled contacts: whom an operator may name as safe contact when a report is taken
         * @description Its enabled contacts: whom an operator may name as safe contact when a report is taken.
         *
         *     Open to: call_taker, dispatcher, duty_chief.
         */
        get: operations["enterprisesContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incident-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The files a caller may open, newest first
         * @description The files a caller may open, newest first.
         *
         *     Open to: call_taker, dispatcher, duty_chief, approver, supervisor, analyst, legal_reviewer, officer, case_officer, unit_duty_leader, partner_user, machine, enterprise_contact.
         */
        get: operations["incidentFilesList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incident-files/{incidentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One file: facts, dispatch with every candidate's reason, assignments, case, ledger, advice and timeline
         * @description One file: facts, dispatch with every candidate's reason, assignments, case, ledger, advice and timeline. An enterprise
         *     gets six steps, the figures of its loss and its advice instead, a partner its task, a released unit what it told itself.
         *
         *     Open to: call_taker, dispatcher, duty_chief, approver, supervisor, analyst, legal_reviewer, officer, case_officer, unit_duty_leader, partner_user, machine, enterprise_contact.
         */
        get: operations["incidentFilesRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incident-files/{incidentId}/advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issues advice; the enterprise reads it in its file
         * @description Issues advice; the enterprise reads it in its file.
         *
         *     Open to: dispatcher, duty_chief, approver, officer, case_officer, unit_duty_leader.
         */
        post: operations["adviceIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incident-files/{incidentId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The enabled contacts of its enterprise: whom a restriction may name
         * @description The enabled contacts of its enterprise: whom a restriction may name.
         *
         *     Open to: call_taker, dispatcher, duty_chief, approver, officer, case_officer, unit_duty_leader.
         */
        get: operations["incidentFilesContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incident-files/{incidentId}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proposes to lift the restriction of disclosure; a case officer of the lead unit, with a case or without one
         * @description Proposes to lift the restriction of disclosure; a case officer of the lead unit, with a case or without one.
         *
         *     Open to: case_officer.
         */
        post: operations["fileProposalsMake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incident-files/{incidentId}/restrict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restricts what the enterprise is told to one named contact, or to nobody
         * @description Restricts what the enterprise is told to one named contact, or to nobody.
         *
         *     Open to: call_taker, dispatcher, duty_chief, approver, officer, case_officer, unit_duty_leader.
         */
        post: operations["incidentFilesRestrict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incident-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every type with the fields of its details; grading and plan for staff only
         * @description Every type with the fields of its details; grading and plan for staff only.
         *
         *     Open to: every signed-in account.
         */
        get: operations["incidentTypesList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incident-types/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The types that the words of a caller point to, at most three, with the words that led there
         * @description The types that the words of a caller point to, at most three, with the words that led there.
         *
         *     Open to: call_taker, dispatcher, duty_chief.
         */
        get: operations["incidentTypesSuggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Incidents, newest first; enterprises and machines get those they filed a report of
         * @description Incidents, newest first; enterprises and machines get those they filed a report of.
         *
         *     Open to: enterprise_contact, machine, call_taker, dispatcher, duty_chief, approver, supervisor, analyst, eso_clerk, follow_up_agent.
         */
        get: operations["incidentsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One incident with its reports
         * @description One incident with its reports.
         *
         *     Open to: enterprise_contact, machine, call_taker, dispatcher, duty_chief, approver, supervisor, analyst, eso_clerk, follow_up_agent.
         */
        get: operations["incidentsRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Calls an incident off that no unit has acknowledged and no case was opened for; P1 and P2 only by the duty chief
         * @description Calls an incident off that no unit has acknowledged and no case was opened for; P1 and P2 only by the duty chief.
         *
         *     Open to: dispatcher, duty_chief.
         */
        post: operations["incidentsCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/regrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes the priority by hand: up by a dispatcher, down only by the duty chief
         * @description Changes the priority by hand: up by a dispatcher, down only by the duty chief.
         *
         *     Open to: dispatcher, duty_chief.
         */
        post: operations["incidentsRegrade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets units move for what was held, after a look at it: they are sent, or what later reports told counts
         * @description Lets units move for what was held, after a look at it: they are sent, or what later reports told counts.
         *
         *     Open to: call_taker, dispatcher, duty_chief.
         */
        post: operations["incidentsRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incidentId}/case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens the case of an incident (受案登记); a case officer of the lead unit
         * @description Opens the case of an incident (受案登记); a case officer of the lead unit. One case per incident: who opens it again gets
         *     the one that is there. Never of an incident that was called off.
         *
         *     Open to: case_officer.
         */
        post: operations["openingOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incidentId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Closes a handled incident; the lead officer and the lead unit are refused
         * @description Closes a handled incident; the lead officer and the lead unit are refused.
         *
         *     Open to: dispatcher, duty_chief.
         */
        post: operations["closingClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jurisdictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every jurisdiction with its outline
         * @description Every jurisdiction with its outline.
         *
         *     Open to: every signed-in account.
         */
        get: operations["jurisdictionsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events of the caller's audiences
         * @description Server-sent events of the caller's audiences. Resumes without a gap after the `Last-Event-ID`, within a day.
         *
         *     Open to: every signed-in account.
         */
        get: operations["liveLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Notices to the enterprise
         * @description Notices to the enterprise
         *
         *     Open to: call_taker, dispatcher, duty_chief, enterprise_contact.
         */
        get: operations["noticesList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passwords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets a first password, or another one for a forgotten one, with a one-time secret from an administrator
         * @description Sets a first password, or another one for a forgotten one, with a one-time secret from an administrator. The secret is used up,
         *     every session of the account ends, and devices that were backed off may try again.
         *
         *     Open to: everybody.
         */
        post: operations["passwordsSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for the caller: legal review, approval, handing over; the oldest first
         * @description What waits for the caller: legal review, approval, handing over; the oldest first.
         *
         *     Open to: legal_reviewer, approver, property_custodian.
         */
        get: operations["proposalsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{proposalId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approves (审批); not by who proposed or reviewed it, nor by who made an entry of the case's ledger
         * @description Approves (审批); not by who proposed or reviewed it, nor by who made an entry of the case's ledger.
         *
         *     Open to: approver.
         */
        post: operations["proposalsApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{proposalId}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The custodian handed over what was to be returned; the return goes into the ledger
         * @description The custodian handed over what was to be returned; the return goes into the ledger.
         *
         *     Open to: property_custodian.
         */
        post: operations["proposalsHandOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{proposalId}/opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Legal review (法制) agrees, or sends the proposal back
         * @description Legal review (法制) agrees, or sends the proposal back.
         *
         *     Open to: legal_reviewer.
         */
        post: operations["proposalsOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{proposalId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Does not approve, with a reason
         * @description Does not approve, with a reason.
         *
         *     Open to: approver.
         */
        post: operations["proposalsReject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a report
         * @description Takes a report. It is graded and stored durably, together with its incident, before this answers.
         *
         *     Open to: enterprise_contact, machine, call_taker, dispatcher, duty_chief.
         */
        post: operations["reportsReceive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One report, for operators and for the account that filed it
         * @description One report, for operators and for the account that filed it.
         *
         *     Open to: enterprise_contact, machine, call_taker, dispatcher, duty_chief, approver, supervisor, analyst, eso_clerk, follow_up_agent.
         */
        get: operations["reportsRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/response-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every plan version that was ever used
         * @description Every plan version that was ever used.
         *
         *     Open to: dispatcher, duty_chief, supervisor, analyst.
         */
        get: operations["responsePlansList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs in: sets the session cookie for browsers, and answers the token to programs, which are no page (no `Origin`)
         * @description Signs in: sets the session cookie for browsers, and answers the token to programs, which are no page (no `Origin`). With
         *     `newPassword` the password becomes another one on the way.
         *
         *     Open to: everybody.
         */
        post: operations["sessionsOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The session in use
         * @description The session in use.
         *
         *     Open to: every signed-in account.
         */
        get: operations["sessionsCurrent"];
        put?: never;
        post?: never;
        /**
         * Signs out: the cookie is cleared and the token no longer accepted
         * @description Signs out: the cookie is cleared and the token no longer accepted.
         *
         *     Open to: every signed-in account.
         */
        delete: operations["sessionsEnd"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody uses the session in use: it does not lie idle
         * @description Somebody uses the session in use: it does not lie idle. A page says so at most once a minute, while it is used.
         *
         *     Open to: every signed-in account.
         */
        post: operations["sessionsUse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes the three administrators, all or none, with the secret of the link that `qijing setup` on the machine has made
         * @description Makes the three administrators, all or none, with the secret of the link that `qijing setup` on the machine has made. Answers
         *     once what each of them sets a password with. Works as long as nobody has an account.
         *
         *     Open to: everybody.
         */
        post: operations["setupMake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists units by code
         * @description Lists units by code. Officers see their own unit.
         *
         *     Open to: call_taker, dispatcher, duty_chief, supervisor, analyst, officer.
         */
        get: operations["unitsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One unit
         * @description One unit.
         *
         *     Open to: call_taker, dispatcher, duty_chief, supervisor, analyst, officer.
         */
        get: operations["unitsOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes duty or position of a unit; the unit itself or the dispatch desk
         * @description Changes duty or position of a unit; the unit itself or the dispatch desk.
         *
         *     Open to: dispatcher, duty_chief, officer.
         */
        patch: operations["unitsChange"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An account, without anything of its password. */
        AccountAnswer: {
            roles: components["schemas"]["Role"][];
            accountId: string;
            account: string;
            name: string;
            unitId?: string;
            /** Format: uuid */
            enterpriseId?: string;
            disabled: boolean;
            /** @description What waits for a second administrator; what stands beside it is what is in force. */
            pending?: components["schemas"]["PendingChangeAnswer"];
            /** @description Whether its person has set a password; nobody signs in without. */
            hasPassword: boolean;
            /** @description Whether some device or address may not try for now, after wrong passwords; others may. */
            locked: boolean;
            /**
             * Format: date-time
             * @description The day of the last sign-in, or since when there could have been one; ISO 8601, UTC.
             */
            lastUsedAt?: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            createdAt: string;
            version: number;
        };
        /** @description One page of accounts. */
        AccountPage: {
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
            items: components["schemas"]["AccountAnswer"][];
        };
        /** @description A person who acted. */
        ActorFact: {
            accountId: string;
            account: string;
            name: string;
        };
        /** @description Prevention advice for the enterprise. */
        AdviceBody: {
            /** @description Which parts of the enterprise's protection it is about. */
            categories: components["schemas"]["AdviceCategory"][];
            text: string;
            /**
             * Format: date-time
             * @description The enterprise is asked to answer by then, ISO 8601.
             */
            answerBy?: string;
        };
        /**
         * AdviceCategory
         * @enum {string}
         */
        AdviceCategory: "gate" | "warehouse" | "policy" | "finance" | "cyber" | "hazmat" | "staff" | "other";
        /** @description Prevention advice, as its enterprise reads it. */
        AdviceView: {
            /** Format: uuid */
            adviceId: string;
            categories: components["schemas"]["AdviceCategory"][];
            text: string;
            /** Format: date-time */
            answerBy?: string;
            /** Format: date-time */
            issuedAt: string;
        };
        /**
         * AssignmentRole
         * @enum {string}
         */
        AssignmentRole: "lead" | "assist" | "reinforcement";
        /**
         * AssignmentState
         * @enum {string}
         */
        AssignmentState: "ISSUED" | "ACKNOWLEDGED" | "EN_ROUTE" | "ARRIVED" | "WORKING" | "DECLINE_REQUESTED" | "COMPLETED" | "DECLINED" | "REASSIGNED" | "RECALLED";
        /** @description One unit's part in an incident. */
        AssignmentView: {
            /** @description Reached milestones by state. */
            milestones: {
                [key: string]: {
                    /** Format: date-time */
                    at: string;
                    inferred?: boolean;
                };
            };
            /** @description What the unit may do now, the usual next step first. */
            acts: ("acknowledge" | "arrive" | "complete" | "decline" | "depart" | "feedback" | "start-work")[];
            /** Format: uuid */
            assignmentId: string;
            /** Format: uuid */
            incidentId: string;
            unitId: string;
            unitName: string;
            discipline: components["schemas"]["Discipline"];
            slot: number;
            role: components["schemas"]["AssignmentRole"];
            state: components["schemas"]["AssignmentState"];
            /** Format: date-time */
            issuedAt: string;
            /**
             * Format: date-time
             * @description Acknowledgement is due by then.
             */
            acknowledgeBy: string;
            version: number;
        };
        /** @description One page of assignments. */
        AssignmentsPage: {
            items: components["schemas"]["AssignmentView"][];
            /** @description Cursor of the next page; null on the last one. */
            next: string | null;
        };
        /** @description A report of an incident, in short. */
        AttachedReportView: {
            /** Format: uuid */
            reportId: string;
            receipt: string;
            channel: components["schemas"]["Channel"];
            /** Format: date-time */
            receivedAt: string;
        };
        /** @description One act, as the audit trail keeps it: ids, never a name or a text that somebody typed. */
        AuditEntryAnswer: {
            /** @description What a change of rights began with. */
            before?: {
                [key: string]: unknown;
            };
            /** @description What it ended with. */
            after?: {
                [key: string]: unknown;
            };
            /** @description Whose chain. */
            subject: string;
            /** @description Counts the entries of the subject from 1, without holes. */
            seq: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            at: string;
            actor: string;
            act: string;
            /** @description Ids, separated by spaces. */
            object: string;
            success: boolean;
            /** @description Code of the refusal. */
            outcome?: string;
            session?: string;
            address?: string;
            /** @description How many acts of the same kind the entry stands for, when it is more than one. */
            count?: number;
            /** @description SHA-256, hex, over the entry and the one before it. */
            hash: string;
        };
        /** @description One page of an audit trail, newest first. */
        AuditEntryPage: {
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
            items: components["schemas"]["AuditEntryAnswer"][];
        };
        /** @description A text in both languages of the product. */
        BilingualText: {
            zh: string;
            en: string;
        };
        /** @description A text in both languages. */
        BilingualView: {
            zh: string;
            en: string;
        };
        /** @description Who is signed in. */
        CallerAnswer: {
            roles: components["schemas"]["Role"][];
            accountId: string;
            account: string;
            name: string;
            /** @description Code of the unit, for officers. */
            unitId?: string;
            /**
             * Format: uuid
             * @description For enterprise contacts.
             */
            enterpriseId?: string;
        };
        /**
         * CancelReason
         * @enum {string}
         */
        CancelReason: "false_report" | "test" | "withdrawn";
        /** @description Calling an incident off; P1 and P2 need the duty chief. */
        CancelRequest: {
            /** @example false_report */
            reason: components["schemas"]["CancelReason"];
            /** @example 报警人确认系误触发 */
            note?: string;
        };
        /** @description One unit that was looked at for a slot: what was decided and why. */
        CandidateFact: {
            unitId: string;
            name: string;
            /** @enum {string} */
            verdict: "chosen" | "passed-over" | "rejected";
            /** @description The rule that decided. */
            rule: string;
            reason: components["schemas"]["BilingualText"];
            distanceM?: number;
        };
        /** @description A case without its ledger. */
        CaseAnswer: {
            /** Format: uuid */
            caseId: string;
            /** Format: uuid */
            incidentId: string;
            number: string;
            kind: components["schemas"]["CaseKind"];
            state: components["schemas"]["CaseState"];
            /** Format: date-time */
            registeredAt: string;
            /** Format: date-time */
            filedAt?: string;
            suspects: components["schemas"]["FiledSuspect"][];
            /** @description What the next decision about it names (`If-Match`): that of the file of its incident. */
            version: number;
        };
        /** @description What has to be decided about a case by when. */
        CaseClock: {
            /** @enum {string} */
            what: "acceptance" | "filing" | "handling" | "reconsideration";
            /**
             * Format: date-time
             * @description ISO.
             */
            dueAt: string;
            /** @description Since when it runs (ISO); absent on cases of earlier versions. */
            from?: string;
            /** @description How often it was extended. */
            extended?: number;
        };
        /** @description A case with its ledger. */
        CaseFileAnswer: {
            /** Format: uuid */
            caseId: string;
            /** Format: uuid */
            incidentId: string;
            number: string;
            kind: components["schemas"]["CaseKind"];
            state: components["schemas"]["CaseState"];
            /** Format: date-time */
            registeredAt: string;
            /** Format: date-time */
            filedAt?: string;
            suspects: components["schemas"]["FiledSuspect"][];
            /** @description What the next decision about it names (`If-Match`): that of the file of its incident. */
            version: number;
            ledger: components["schemas"]["LedgerView"];
        };
        /**
         * CaseKind
         * @enum {string}
         */
        CaseKind: "criminal" | "economic" | "administrative";
        /** @description A decision about a case. */
        CaseMoveBody: {
            /**
             * Format: date-time
             * @description ISO 8601; not in the future, not before the report.
             */
            occurredAt?: string;
            /** @description Why, in the officer's words. */
            basis?: string;
        };
        /** @description Opens the case of an incident. */
        CaseOpeningBody: {
            /** @description Kind of the case; needed where the type of the incident has none of its own. */
            kind?: components["schemas"]["CaseKind"];
            /**
             * Format: date-time
             * @description ISO 8601; not in the future, not before the report.
             */
            occurredAt?: string;
        };
        /**
         * CaseState
         * @enum {string}
         */
        CaseState: "REGISTERED" | "REVIEWING" | "FILED" | "ADMIN_ACCEPTED" | "NOT_FILED" | "RECONSIDERING" | "TRANSFERRED_OUT" | "INVESTIGATING" | "SOLVED" | "PROSECUTION" | "ADMIN_DECIDED" | "MEDIATED" | "WITHDRAWN" | "TERMINATED" | "MERGED" | "CONCLUDED";
        /** @description A change of an account; absent fields stay as they are. */
        ChangeAccountRequest: {
            roles?: components["schemas"]["Role"][];
            name?: string;
            disabled?: boolean;
            /** @description Code of the unit that the person belongs to from now on. */
            unitId?: string;
        };
        /** @description What of a unit changes. */
        ChangeUnitRequest: {
            duty?: components["schemas"]["DutyState"];
            /** @description WGS-84 degrees. */
            longitude?: number;
            /** @description WGS-84 degrees. */
            latitude?: number;
        };
        /**
         * Channel
         * @enum {string}
         */
        Channel: "portal" | "phone" | "window" | "station" | "online" | "group_chat" | "visit" | "alarm_panel" | "api" | "partner";
        /** @description A value of a field with few of them, and what people call it. */
        ChoiceView: {
            value: string;
            name: components["schemas"]["BilingualView"];
        };
        /**
         * ClockStep
         * @enum {integer}
         */
        ClockStep: 50 | 100 | 200;
        /** @description Closes an incident after review. */
        CloseBody: {
            /** @description Overrides the outcome of the lead's final feedback. */
            outcome?: components["schemas"]["Outcome"];
            note?: string;
        };
        /** @description A closed incident. */
        ClosedAnswer: {
            state: components["schemas"]["IncidentState"];
            /** @description By whom, when, with which outcome, and when the follow-up is due. */
            closed?: components["schemas"]["FiledClosing"];
            /** Format: uuid */
            incidentId: string;
        };
        /** @description The final feedback. */
        CompleteRequest: {
            /**
             * Format: date-time
             * @description When it happened, if not just now; between the issue of the assignment and now.
             */
            occurredAt?: string;
            text: string;
            /** @description What came of the incident; required from the lead, refused from others. */
            outcome?: components["schemas"]["Outcome"];
            /** @description The lead releases the units that still assist. */
            releaseAssists?: boolean;
        };
        /** @description Somebody of an enterprise who may be named as its safe contact. */
        ContactAnswer: {
            accountId: string;
            /** @description Account name, as a restriction or a report names it. */
            account: string;
            name: string;
        };
        /** @description One page of the enabled contacts of an enterprise, by account name. */
        ContactPage: {
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
            items: components["schemas"]["ContactAnswer"][];
        };
        /** @description A person of the enterprise who may be called. Personal data. */
        ContactRequest: {
            /** @example 王敏 */
            name: string;
            /** @example 13800005102 */
            phone: string;
            /** @example 安保负责人 */
            role?: string;
        };
        /** @description A contact of an enterprise, as its readers get it. */
        ContactView: {
            name: string;
            /** @description Empty for readers who need no telephone numbers. */
            phone: string;
            role?: string;
        };
        /**
         * DangerFlag
         * @enum {string}
         */
        DangerFlag: "life_threat" | "weapon" | "fire_explosion" | "hazmat_release" | "hostage" | "in_progress" | "suspect_on_scene" | "transfer_within_24h" | "production_halted" | "critical_service" | "ongoing_leak" | "insider_suspected" | "foreign_national" | "rail_land";
        /** @description An account after an administrator decided about it. */
        DecidedAccountAnswer: {
            roles: components["schemas"]["Role"][];
            accountId: string;
            account: string;
            name: string;
            unitId?: string;
            /** Format: uuid */
            enterpriseId?: string;
            disabled: boolean;
            /** @description What waits for a second administrator; what stands beside it is what is in force. */
            pending?: components["schemas"]["PendingChangeAnswer"];
            /** @description Whether its person has set a password; nobody signs in without. */
            hasPassword: boolean;
            /** @description Whether some device or address may not try for now, after wrong passwords; others may. */
            locked: boolean;
            /**
             * Format: date-time
             * @description The day of the last sign-in, or since when there could have been one; ISO 8601, UTC.
             */
            lastUsedAt?: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            createdAt: string;
            version: number;
            /** @description Where the decision hands one out. */
            handedOut?: components["schemas"]["OneTimeSecretAnswer"];
        };
        /**
         * DeclineReason
         * @enum {string}
         */
        DeclineReason: "out_of_area" | "engaged" | "equipment" | "conflict_of_interest";
        /** @description Why the unit cannot take the assignment. */
        DeclineRequest: {
            reason: components["schemas"]["DeclineReason"];
            note?: string;
        };
        /** @description One field of a type's `details`, or of an element of a list there. */
        DetailFieldView: {
            /** @description Property name. */
            name: string;
            /** @enum {string} */
            type: "array" | "boolean" | "integer" | "string";
            required: boolean;
            label: components["schemas"]["BilingualView"];
            /** @description Allowed values, where they are few. */
            choices?: components["schemas"]["ChoiceView"][];
            /** @description What whoever takes the call tells the caller when asking for it. */
            advice?: components["schemas"]["BilingualView"];
            /** @description Earlier reports told it: it may be shown and sent, and is not asked for. */
            former?: boolean;
            /** @description Fields of each element of an array. */
            items?: components["schemas"]["DetailFieldView"][];
        };
        /**
         * Discipline
         * @enum {string}
         */
        Discipline: "CMD" | "PS" | "CID" | "ECID" | "CYB" | "SEC" | "TRF" | "FDE" | "AFC" | "ISEC" | "EEA" | "NAR" | "LEG" | "PAT" | "AST" | "ADM" | "ESO" | "SUP" | "RWY" | "X119" | "X120" | "XGOV" | "XMSA" | "XIPO" | "XHRSS" | "XEM" | "XPROC" | "XCOURT" | "XJUST" | "XTRANS" | "XBANK" | "X12345";
        /** @description The dispatch of one incident, with every choice explained. */
        DispatchView: {
            /** Format: uuid */
            incidentId: string;
            number: string;
            state: components["schemas"]["IncidentState"];
            priority: components["schemas"]["Priority"];
            planId: string;
            planVersion: number;
            /** Format: date-time */
            plannedAt: string;
            /** @description Who was considered for each slot and why; a slot without assignment is a gap. */
            slots: components["schemas"]["SlotFact"][];
            assignments: components["schemas"]["AssignmentView"][];
            version: number;
        };
        /**
         * DutyState
         * @enum {string}
         */
        DutyState: "on_duty" | "off_duty";
        /** @description Number and state of a case. */
        EnterpriseCaseView: {
            number: string;
            state: components["schemas"]["CaseState"];
        };
        /** @description The victim enterprise, as far as it is known. */
        EnterpriseFact: {
            id?: string;
            name: string;
            /** @description Unified social credit code (GB 32100). */
            uscc?: string;
        };
        /** @description What an enterprise may know about its incident. Built from nothing but the fields named here: never suspects, officers, positions of units, why a unit was chosen, methods, evidence, or what others said. */
        EnterpriseFileView: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "enterprise";
            /** Format: uuid */
            incidentId: string;
            number: string;
            type: components["schemas"]["FiledTypeName"];
            /** Format: date-time */
            receivedAt: string;
            /** @description Whether it is being worked on, closed, or called off. */
            standing: components["schemas"]["FileStage"];
            /** @description All six steps, in order; of a restricted incident only those that a document tells of. */
            steps: components["schemas"]["FileStepView"][];
            case?: components["schemas"]["EnterpriseCaseView"];
            ledger?: components["schemas"]["EnterpriseLedgerView"];
            advice: components["schemas"]["AdviceView"][];
            contact: components["schemas"]["FileContactView"];
        };
        /** @description One line of the ledger as its enterprise reads it; integer fen, time ISO. */
        EnterpriseLedgerLine: {
            /**
             * @description `secured`: money stopped or frozen for the enterprise; `secured_ended`: no longer.
             * @enum {string}
             */
            kind: "adjusted" | "compensated" | "reported" | "returned" | "secured" | "secured_ended" | "verified";
            /** @description Integer fen; negative for an adjustment downwards. */
            amountFen: number;
            /** Format: date-time */
            at: string;
        };
        /** @description The loss as its enterprise sees it, integer fen. */
        EnterpriseLedgerView: {
            reportedFen: number;
            verifiedFen: number;
            returnedFen: number;
            /** @description What is verified (or else reported) and did not come back yet. */
            outstandingFen: number;
            /** @description Nothing is verified yet: `outstandingFen` rests on what was reported. */
            provisional: boolean;
            /** @description In the order of the ledger; left out in lists. */
            lines?: components["schemas"]["EnterpriseLedgerLine"][];
        };
        /** @description A page of the directory. */
        EnterprisePage: {
            items: components["schemas"]["EnterpriseView"][];
            /** @description Cursor of the next page; null on the last one. */
            next: string | null;
        };
        /** @description What is to change of a directory entry; absent fields stay as they are. */
        EnterprisePatch: {
            /**
             * @description Registered name.
             * @example 武进精铜材料有限公司
             */
            name?: string;
            /**
             * @description Unified social credit code (GB 32100): 18 characters of either width and case; blanks and dashes are put right.
             * @example 91320412MA0000015L
             */
            uscc?: string;
            /** @description Why a code whose check digit is wrong is right all the same; required for such a code. */
            usccOverride?: string;
            /**
             * @description Tier and risk tags. Tiers never touch priority.
             * @example [
             *       "key",
             *       "hazmat"
             *     ]
             */
            tags?: string[];
            /** @example 常州市武进区湖塘镇延政中路1号 */
            address?: string;
            /** @description Where the address is: the place of the enterprise's reports unless they say otherwise. */
            position?: components["schemas"]["PositionRequest"];
            contacts?: components["schemas"]["ContactRequest"][];
            /** @description Account of the liaison officer (警企联络员). */
            liaison?: string;
        };
        /** @description A new directory entry. */
        EnterpriseRequest: {
            /**
             * @description Registered name.
             * @example 武进精铜材料有限公司
             */
            name: string;
            /**
             * @description Unified social credit code (GB 32100): 18 characters of either width and case; blanks and dashes are put right.
             * @example 91320412MA0000015L
             */
            uscc?: string;
            /** @description Why a code whose check digit is wrong is right all the same; required for such a code. */
            usccOverride?: string;
            /**
             * @description Tier and risk tags. Tiers never touch priority.
             * @example [
             *       "key",
             *       "hazmat"
             *     ]
             */
            tags?: string[];
            /** @example 常州市武进区湖塘镇延政中路1号 */
            address?: string;
            /** @description Where the address is: the place of the enterprise's reports unless they say otherwise. */
            position?: components["schemas"]["PositionRequest"];
            contacts?: components["schemas"]["ContactRequest"][];
            /** @description Account of the liaison officer (警企联络员). */
            liaison?: string;
        };
        /** @description A directory entry. */
        EnterpriseView: {
            /** Format: uuid */
            enterpriseId: string;
            name: string;
            uscc?: string;
            /** @description Reason given for a code with a wrong check digit. */
            usccOverride?: string;
            tags: string[];
            address?: string;
            position?: components["schemas"]["PositionRequest"];
            contacts: components["schemas"]["ContactView"][];
            liaison?: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            changedAt: string;
            /** @description Also in the ETag; send it back in If-Match. */
            version: number;
        };
        /**
         * Escalation
         * @enum {string}
         */
        Escalation: "unit_duty_leader" | "duty_chief" | "approver";
        /** @description What the unit found. */
        FeedbackRequest: {
            /**
             * Format: date-time
             * @description When it happened, if not just now; between the issue of the assignment and now.
             */
            occurredAt?: string;
            text: string;
            /** @description Suspects caught since the last feedback; a number, never names. */
            suspectsCaught?: number;
            /** @description Somebody inside the enterprise may be involved: disclosure is restricted from now on. */
            insiderSuspected?: boolean;
            /** @description Dangers that were not reported; the incident is graded and planned again with them. */
            flags?: components["schemas"]["DangerFlag"][];
            /**
             * @description People gathered.
             * @example 40
             */
            crowd?: number;
            /**
             * @description People hurt, in all; an ambulance is sent unless one is there.
             * @example 2
             */
            injured?: number;
        };
        /** @description The clock that runs out next. */
        FileClockView: {
            /**
             * @description What is due: a call taker must decide about what is held, somebody must be sent, or a unit must acknowledge.
             * @enum {string}
             */
            clock: "acknowledge" | "assign" | "release";
            /** @description When it began. */
            from: string;
            /** Format: date-time */
            dueAt: string;
            /** @description Whose clock it is; the desk's own while nobody was sent. */
            unit?: components["schemas"]["FiledUnitName"];
        };
        /** @description Whom to call: the unit that answers for the incident, the emergency number and the complaint number. */
        FileContactView: {
            unit?: string;
            emergency: string;
            complaints: string;
        };
        /** @description What is proposed about the file of an incident, and why. */
        FileProposalBody: {
            /**
             * @description Lifting the restriction of disclosure.
             * @enum {string}
             */
            act: "lift_restriction";
            basis: string;
        };
        /**
         * FileStage
         * @enum {string}
         */
        FileStage: "open" | "closed" | "cancelled";
        /** @description One of the six steps that an enterprise follows, like a parcel. */
        FileStepView: {
            /** @enum {string} */
            step: "dispatched" | "investigating" | "on_scene" | "received" | "returned" | "solved";
            /**
             * @description `done`: reached; `ahead`: may still come; `skipped`: does not apply to this incident.
             * @enum {string}
             */
            state: "ahead" | "done" | "skipped";
            /**
             * Format: date-time
             * @description When it was reached (ISO); for `done` only.
             */
            at?: string;
            title: components["schemas"]["BilingualText"];
            /** @description What was done, what is to be expected, or why the step does not apply: one plain sentence. */
            text: components["schemas"]["BilingualText"];
        };
        /** @description The versions that a decision about an incident names, one per service that decides; both move with events only. */
        FileVersions: {
            /** @description For decisions of intake (regrade, cancel): its newest event that is in this file. */
            intake: number;
            /** @description For decisions about the file (restrict, close) and its case: how often what they rest on has changed. */
            file: number;
        };
        /** @description Address and position, WGS-84 degrees. */
        FiledAddress: {
            address: string;
            longitude: number;
            latitude: number;
            /** @description Six-digit administrative division (GB/T 2260). */
            district: string;
            /** @description How well the point is known; absent where it is exact. Nobody verified `site`, `town`, `unknown` and `far`. */
            precision?: components["schemas"]["PlacePrecision"];
        };
        /** @description Prevention advice with who issued it. */
        FiledAdvice: {
            /** Format: uuid */
            adviceId: string;
            categories: components["schemas"]["AdviceCategory"][];
            text: string;
            /** Format: date-time */
            answerBy?: string;
            /** Format: date-time */
            issuedAt: string;
            by: components["schemas"]["ActorFact"];
        };
        /** @description An assignment with its milestones; the earliest report of each counts. */
        FiledAssignment: {
            state: components["schemas"]["AssignmentState"];
            /** Format: date-time */
            acknowledgedAt?: string;
            /** Format: date-time */
            departedAt?: string;
            /** Format: date-time */
            arrivedAt?: string;
            /** Format: date-time */
            workStartedAt?: string;
            /** Format: date-time */
            completedAt?: string;
            /** @description Milestones that later ones imply and nobody reported. */
            inferred: components["schemas"]["AssignmentState"][];
            /** @description Assignment that this one took over. */
            replaces?: string;
            decline?: components["schemas"]["FiledDecline"];
            feedback: components["schemas"]["FiledFeedback"][];
            clocks: components["schemas"]["FiledClockStage"][];
            /** Format: uuid */
            assignmentId: string;
            slot: number;
            role: components["schemas"]["AssignmentRole"];
            unit: components["schemas"]["UnitFact"];
            /** Format: date-time */
            issuedAt: string;
            /**
             * Format: date-time
             * @description Acknowledgement (签收) is due by then.
             */
            acknowledgeBy: string;
        };
        /** @description How an incident was called off. */
        FiledCancellation: {
            reason: components["schemas"]["CancelReason"];
            /** Format: date-time */
            at: string;
            by: components["schemas"]["ActorFact"];
        };
        /** @description The case of an incident in a list. */
        FiledCaseName: {
            /** Format: uuid */
            caseId: string;
            number: string;
            state: components["schemas"]["CaseState"];
        };
        /** @description The case of an incident with its ledger. */
        FiledCaseView: {
            /** Format: uuid */
            caseId: string;
            number: string;
            state: components["schemas"]["CaseState"];
            ledger: components["schemas"]["LedgerView"];
            kind: components["schemas"]["CaseKind"];
            /** Format: date-time */
            registeredAt: string;
            /** Format: date-time */
            filedAt?: string;
            /**
             * Format: date-time
             * @description When it was accepted as an administrative case.
             */
            acceptedAt?: string;
            /** Format: date-time */
            investigationStartedAt?: string;
            /** Format: date-time */
            solvedAt?: string;
            /**
             * Format: date-time
             * @description When something was first returned to the enterprise.
             */
            returnedAt?: string;
            /** @description What has to be decided by when; absent while nothing has. */
            clock?: components["schemas"]["CaseClock"];
            suspects: components["schemas"]["FiledSuspect"][];
            /** @description What was proposed about it, and how far that is. */
            proposals?: components["schemas"]["FiledProposal"][];
        };
        /** @description One stage of a clock that was reached; `stage` in percent of the limit. */
        FiledClockStage: {
            /** @enum {string} */
            clock: "acknowledge";
            stage: components["schemas"]["ClockStep"];
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            firedAt: string;
            escalatedTo?: components["schemas"]["Escalation"];
        };
        /** @description How the incident was closed. */
        FiledClosing: {
            by: components["schemas"]["ActorFact"];
            /** Format: date-time */
            at: string;
            outcome: components["schemas"]["Outcome"];
            note?: string;
            /** Format: date-time */
            followUpDueAt: string;
        };
        /** @description Why a unit asked to be released. */
        FiledDecline: {
            reason: components["schemas"]["DeclineReason"];
            note?: string;
            /** @description What a decision about it names (`If-Match`): how often it was asked for and decided. */
            version?: number;
        };
        /** @description The dispatch decision, who fills its slots, and which nobody fills. */
        FiledDispatchView: {
            gaps: components["schemas"]["FiledGap"][];
            /** Format: date-time */
            plannedAt: string;
            plan: components["schemas"]["PlanFact"];
            slots: components["schemas"]["SlotFact"][];
            informed: components["schemas"]["InformedFact"][];
        };
        /** @description The enterprise of the incident, as far as it is known. */
        FiledEnterpriseName: {
            id?: string;
            name: string;
        };
        /** @description What a unit told. */
        FiledFeedback: {
            /** Format: uuid */
            feedbackId: string;
            /** @enum {string} */
            kind: "first" | "progress";
            /** Format: date-time */
            at: string;
            text: string;
            suspectsCaught: number;
            insiderSuspected: boolean;
            by: components["schemas"]["ActorFact"];
        };
        /** @description A slot that nobody fills. */
        FiledGap: {
            slot: number;
            discipline: components["schemas"]["Discipline"];
            reason?: components["schemas"]["BilingualText"];
            /** @description Since when nobody fills it. */
            since?: string;
        };
        /** @description A proposal about a case or a file: what is proposed, whose turn it is, and who did what so far. */
        FiledProposal: {
            /** Format: uuid */
            proposalId: string;
            act: components["schemas"]["ProposedAct"];
            state: components["schemas"]["ProposalState"];
            /** @description Whose turn it is; absent once nothing more is to be done. */
            waitsFor?: components["schemas"]["ProposalWait"];
            needsLegal: boolean;
            /** @description Version of the rules that it was made under. */
            ruleVersion: string;
            entry?: components["schemas"]["ProposedEntryFact"];
            basis: string;
            /** @description What it is about changed since in a way that it did not know of: it can only be rejected, and proposed anew. */
            overtaken?: boolean;
            /** @description Accounts that decided what it is to reconsider, and therefore do not decide about it; shown, not kept. */
            deciders?: string[];
            /** @description The first is the proposal itself. */
            steps: components["schemas"]["ProposalStep"][];
        };
        /** @description One report of the incident, the first included. */
        FiledReport: {
            /** Format: uuid */
            reportId: string;
            channel: components["schemas"]["Channel"];
            /** Format: date-time */
            receivedAt: string;
            reporter: components["schemas"]["ReporterFact"];
            narrative: string;
            /** @description What a later report told by itself; what is known from all of them stands with the file. */
            flags?: components["schemas"]["DangerFlag"][];
            crowd?: number;
            injured?: number;
            estimatedLossFen?: number;
            details?: {
                [key: string]: unknown;
            };
        };
        /** @description The last that a clock of the law said about a file. */
        FiledRing: {
            clock: components["schemas"]["LawClockKind"];
            /**
             * Format: date-time
             * @description The limit that it was about (ISO).
             */
            dueAt: string;
            stage: components["schemas"]["ClockStep"];
            /** Format: date-time */
            at: string;
        };
        /** @description A suspect: number and state, never a name. */
        FiledSuspect: {
            number: number;
            state: components["schemas"]["SuspectState"];
            /** Format: date-time */
            caughtAt?: string;
        };
        /** @description Code and name of an incident type. */
        FiledTypeName: {
            /** @example E101 */
            code: string;
            name: components["schemas"]["BilingualText"];
        };
        /** @description A unit in short. */
        FiledUnitName: {
            id: string;
            name: string;
        };
        /** @description A unit in a list of files, with where its assignment stands. */
        FiledUnitState: {
            id: string;
            name: string;
            state: components["schemas"]["AssignmentState"];
        };
        /** @description One triage rule that fired, with its effect and the reason that the screen shows. */
        FiredRule: {
            rule: string;
            effect: string;
            reason: components["schemas"]["BilingualText"];
        };
        /** @description A triage rule that fired, and why. */
        FiredRuleView: {
            rule: string;
            effect: string;
            reason: components["schemas"]["BilingualView"];
        };
        /** @description One of the three administrators. */
        FirstPersonRequest: {
            /** @description Sign-in name. */
            account: string;
            name: string;
        };
        /** @description How property was handed over. */
        HandOverBody: {
            /** @description Who collected it for the enterprise, and by which document; never an officer. */
            collector: string;
        };
        /**
         * HoldReason
         * @enum {string}
         */
        HoldReason: "account_reports" | "enterprise_reports" | "enterprise_incidents";
        /** @description The same with the instant by which somebody must have decided. */
        HoldView: {
            /** Format: date-time */
            dueAt: string;
            /**
             * @description That units are sent at all, or what later reports told.
             * @enum {string}
             */
            of: "dispatch" | "facts";
            reason: components["schemas"]["HoldReason"];
            since: string;
            /** @description How far its clock has rung, in percent of the limit; absent before it rings. */
            stage?: components["schemas"]["ClockStep"];
        };
        /** IncidentFileAnswer */
        IncidentFileAnswer: components["schemas"]["IncidentFileView"] | components["schemas"]["EnterpriseFileView"] | components["schemas"]["PartnerTaskView"] | components["schemas"]["OwnPartView"];
        /** @description One page: for police summaries with state, priority and units; for an enterprise its files, for a partner its tasks. */
        IncidentFilePage: {
            items: components["schemas"]["ListedIncidentFile"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        /** @description One row of the list for police. */
        IncidentFileSummary: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "summary";
            /** Format: uuid */
            incidentId: string;
            number: string;
            type: components["schemas"]["FiledTypeName"];
            priority: components["schemas"]["Priority"];
            state: components["schemas"]["IncidentState"];
            restricted: boolean;
            /** Format: date-time */
            receivedAt: string;
            enterprise?: components["schemas"]["FiledEnterpriseName"];
            place: components["schemas"]["FiledAddress"];
            leadUnit?: components["schemas"]["FiledUnitName"];
            units: components["schemas"]["FiledUnitState"][];
            case?: components["schemas"]["FiledCaseName"];
            flags: components["schemas"]["DangerFlag"][];
            insiderSuspected: boolean;
            /** @description Reports of the incident, the first included. */
            reportCount: number;
            /** @description People gathered, and people hurt. */
            crowd: number;
            injured: number;
            /** @description Slots that nobody fills. */
            gapCount: number;
            /** @description Present while somebody to lead it is looked for: an alarm of the desk. */
            leadMissing?: components["schemas"]["MissingLead"];
            /** @description What of it waits for a call taker: an alarm of the desk. */
            held?: components["schemas"]["HoldView"];
            /** @description The limit of the law that runs, and how far it has rung; absent while none does. */
            lawClock?: components["schemas"]["LawClockView"];
            /** @description Absent while no clock runs. */
            nextClock?: components["schemas"]["FileClockView"];
        };
        /** @description Everything about one incident, as police see it. */
        IncidentFileView: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "file";
            dispatch?: components["schemas"]["FiledDispatchView"];
            case?: components["schemas"]["FiledCaseView"];
            /** @description What of it waits for a call taker. */
            held?: components["schemas"]["HoldView"];
            /** @description Who reported first. Personal data; the phone is empty for readers who judge work and do not call. */
            reporter: components["schemas"]["ReporterFact"];
            /** @description What was told first. */
            narrative: string;
            leadUnit?: components["schemas"]["FiledUnitName"];
            /** @description Present while somebody to lead it is looked for: an alarm of the desk. */
            leadMissing?: components["schemas"]["MissingLead"];
            /** @description The limit of the law that runs, and how far it has rung. */
            lawClock?: components["schemas"]["LawClockView"];
            timeline: components["schemas"]["TimelineLineView"][];
            /** @description What a decision about it names in `If-Match`. */
            versions: components["schemas"]["FileVersions"];
            /** Format: uuid */
            incidentId: string;
            /** @example JQ3204122026052100001 */
            number: string;
            /** Format: date-time */
            receivedAt: string;
            priority: components["schemas"]["Priority"];
            state: components["schemas"]["IncidentState"];
            restricted: boolean;
            insiderSuspected: boolean;
            /** @description Confirmed by police: the only person of the enterprise who is told of a restricted incident. */
            safeContact?: components["schemas"]["SafeContact"];
            /** @description Whom a reporter proposed as safe contact; nobody's authority. */
            proposedContact?: components["schemas"]["SafeContact"];
            assignments: components["schemas"]["FiledAssignment"][];
            /** @description What was proposed about the file itself, and how far that is. */
            proposals?: components["schemas"]["FiledProposal"][];
            advice: components["schemas"]["FiledAdvice"][];
            /** @description What the lead's final feedback says came of it. */
            outcome?: components["schemas"]["Outcome"];
            /** @description The lead officer: who gave the lead's final feedback. */
            leadBy?: components["schemas"]["ActorFact"];
            cancelled?: components["schemas"]["FiledCancellation"];
            closed?: components["schemas"]["FiledClosing"];
            /** @description The last that a clock of the law said. */
            rung?: components["schemas"]["FiledRing"];
            type: components["schemas"]["IncidentTypeFact"];
            slaProfile: components["schemas"]["SlaProfile"];
            firedRules: components["schemas"]["FiredRule"][];
            enterpriseRelated: boolean;
            enterprise?: components["schemas"]["EnterpriseFact"];
            place: components["schemas"]["PlaceFact"];
            /** Format: date-time */
            occurredFrom?: string;
            /** Format: date-time */
            occurredTo?: string;
            flags: components["schemas"]["DangerFlag"][];
            crowd: number;
            injured: number;
            /** @description What the reporter thinks is lost, integer fen. */
            estimatedLossFen: number;
            /** @description Fields of the incident type; see `GET /api/v1/incident-types`. */
            details: {
                [key: string]: unknown;
            };
            /** @description The first one opened the incident. */
            reports: components["schemas"]["FiledReport"][];
        };
        /** @description A page of incidents. */
        IncidentPage: {
            items: components["schemas"]["IncidentSummary"][];
            /** @description Cursor of the next page; null on the last one. */
            next: string | null;
        };
        /**
         * IncidentState
         * @enum {string}
         */
        IncidentState: "RECEIVED" | "TRIAGED" | "DISPATCHED" | "RESPONDING" | "ON_SCENE" | "HANDLED" | "CLOSED" | "DIVERTED" | "TRANSFERRED" | "MERGED" | "CANCELLED";
        /** @description An incident in a list. Those who only filed a report of it see neither how it is graded nor how far it has come. */
        IncidentSummary: {
            /** Format: uuid */
            incidentId: string;
            /** @example JQ3204122026052100001 */
            number: string;
            type: components["schemas"]["TypeNameView"];
            /** @description TRIAGED while it runs, CLOSED or CANCELLED at its end; the dispatch's own state is with the incident file. */
            state?: components["schemas"]["IncidentState"];
            priority?: components["schemas"]["Priority"];
            restricted?: boolean;
            /** Format: uuid */
            enterpriseId?: string;
            enterpriseName?: string;
            place: components["schemas"]["PlaceView"];
            reportCount: number;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            closedAt?: string;
            outcome?: components["schemas"]["Outcome"];
            version?: number;
        };
        /** @description The incident type as it was when the report came in. */
        IncidentTypeFact: {
            /** @description E101 … E902 for incidents, F01 … F10 for service requests. */
            code: string;
            key: string;
            name: components["schemas"]["BilingualText"];
            kind: components["schemas"]["TypeKind"];
            /** @description Absent where the type opens no case. */
            caseKind?: components["schemas"]["CaseKind"];
            /** @description What people on the scene should do until help comes; absent on reports of earlier versions. */
            advice?: components["schemas"]["BilingualText"];
        };
        /** @description Every type there is, by code, and the groups that enterprises choose from, in their order. */
        IncidentTypeList: {
            groups: components["schemas"]["TypeGroupView"][];
            items: components["schemas"]["IncidentTypeView"][];
        };
        /** @description A type of incident or service request. Grading and plan are for staff only. */
        IncidentTypeView: {
            /** @example E101 */
            code: string;
            /** @example property_theft */
            key: string;
            name: components["schemas"]["BilingualView"];
            kind: components["schemas"]["TypeKind"];
            /**
             * @description Key of the group in which enterprises find it.
             * @example property
             */
            group: components["schemas"]["TypeGroup"];
            /**
             * @description Nearest code of the APCO list of common incident types; absent where none is near.
             * @example LARCENY
             */
            apco?: string;
            /** @description What whoever takes the call tells the caller to do until help comes. */
            advice: components["schemas"]["BilingualView"];
            /** @description Absent where the type opens no case. */
            caseKind?: components["schemas"]["CaseKind"];
            /** @description Only a named safe contact of the enterprise is told anything. */
            restricted: boolean;
            fields: components["schemas"]["DetailFieldView"][];
            /**
             * @description Names of the fields that are asked first, in this order.
             * @example [
             *       "transferredAt"
             *     ]
             */
            ask: string[];
            /**
             * @description Names of the fields that are to be known before it is handled.
             * @example [
             *       "items"
             *     ]
             */
            complete: string[];
            /** @description Priority before the triage rules. */
            priority?: components["schemas"]["Priority"];
            slaProfile?: components["schemas"]["SlaProfile"];
            plan?: components["schemas"]["PlanView"];
        };
        /** @description One incident with its reports (those of the caller, unless the caller is an operator). */
        IncidentView: {
            /** Format: uuid */
            incidentId: string;
            /** @example JQ3204122026052100001 */
            number: string;
            type: components["schemas"]["TypeNameView"];
            /** @description TRIAGED while it runs, CLOSED or CANCELLED at its end; the dispatch's own state is with the incident file. */
            state?: components["schemas"]["IncidentState"];
            priority?: components["schemas"]["Priority"];
            restricted?: boolean;
            /** Format: uuid */
            enterpriseId?: string;
            enterpriseName?: string;
            place: components["schemas"]["PlaceView"];
            reportCount: number;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            closedAt?: string;
            outcome?: components["schemas"]["Outcome"];
            version?: number;
            /** @description Triage rules that fired, in order; operators only. */
            firedRules?: components["schemas"]["FiredRuleView"][];
            reports: components["schemas"]["AttachedReportView"][];
        };
        /** @description A discipline that is told about the incident without any clock. */
        InformedFact: {
            discipline: components["schemas"]["Discipline"];
            unit?: components["schemas"]["UnitFact"];
        };
        /** @description The jurisdiction map. */
        JurisdictionList: {
            items: components["schemas"]["JurisdictionView"][];
        };
        /** @description A police jurisdiction. */
        JurisdictionView: {
            /** @description Ring of `[longitude, latitude]`, WGS-84. */
            outline: number[][];
            /** @example WJ-HT */
            code: string;
            name: string;
            /**
             * @description Six-digit administrative division (GB/T 2260).
             * @example 320412
             */
            district: string;
            zone: components["schemas"]["Zone"];
        };
        /**
         * LawClockKind
         * @enum {string}
         */
        LawClockKind: "opening" | "filing" | "acceptance" | "handling" | "reconsideration";
        /** @description The clock of the law that runs in a file, and how far it has rung. */
        LawClockView: {
            clock: components["schemas"]["LawClockKind"];
            /** @description ISO, like `dueAt`. */
            from: string;
            /** Format: date-time */
            dueAt: string;
            /** @description Who has to act. */
            waitsFor: components["schemas"]["LawClockWait"];
            /** @description Percent of the limit that it has told of; absent before it rings. */
            stage?: components["schemas"]["ClockStep"];
        };
        /**
         * LawClockWait
         * @enum {string}
         */
        LawClockWait: "case_officer" | "legal_reviewer" | "approver";
        /** @description An entry that was posted, and the figures after it. */
        LedgerEntryAnswer: {
            entry: components["schemas"]["LedgerEntryView"];
            figures: components["schemas"]["LedgerFigures"];
        };
        /** @description An entry of the loss ledger. */
        LedgerEntryBody: {
            /** @description Integer fen; positive, negative only for an adjustment downwards. */
            amountFen: number;
            kind: components["schemas"]["LedgerKind"];
            /** @description The holding that a return, release or unfreezing draws from. */
            holding?: string;
            /**
             * Format: uuid
             * @description The entry that a reversal negates.
             */
            reverses?: string;
            /** @description How the loss was verified: invoice, price appraisal, audit, expert opinion. */
            method?: string;
            /** @description Number of a paper; it approves nothing. */
            approvalRef?: string;
            /** @description Why a measure was taken before the case was filed. */
            exceptionCode?: string;
            note?: string;
            /**
             * Format: date-time
             * @description ISO 8601; not in the future, not before the report.
             */
            occurredAt?: string;
        };
        /** @description An entry of the loss ledger as officers see it: also how it was established and approved. */
        LedgerEntryView: {
            /** Format: date-time */
            recordedAt: string;
            method?: string;
            approvalRef?: string;
            exceptionCode?: string;
            /** @description More on the account than the loss that is covered; integer fen. */
            notedFen?: number;
            approvedBy?: components["schemas"]["ActorFact"];
            /** Format: uuid */
            entryId: string;
            line: number;
            kind: components["schemas"]["LedgerKind"];
            amountFen: number;
            /** Format: date-time */
            occurredAt: string;
            holding?: string;
            reverses?: string;
            /** @description Kind of the entry that a reversal takes back. */
            reversedKind?: components["schemas"]["LedgerKind"];
            /**
             * Format: date-time
             * @description When a stop runs out.
             */
            expiresAt?: string;
            note?: string;
            by: components["schemas"]["ActorFact"];
        };
        /** @description What the ledger adds up to. Integer fen. */
        LedgerFigures: {
            reportedFen: number;
            verifiedFen: number;
            /** @description Now under control: stopped + frozen + seized + in hold. */
            heldFen: number;
            /** @description Ever recovered (追回在案), reversals taken off. */
            recoveredFen: number;
            returnedFen: number;
            /** @description Paid by offenders for what cannot be given back (退赔). */
            compensatedFen?: number;
            /** @description 挽损: returned and compensated, nothing else. */
            redressedFen?: number;
            outstandingFen: number;
            /** @description True while nothing is verified, so that `outstandingFen` rests on the reported loss. */
            provisional: boolean;
        };
        /**
         * LedgerKind
         * @enum {string}
         */
        LedgerKind: "LOSS_REPORTED" | "LOSS_VERIFIED" | "LOSS_ADJUSTED" | "STOPPED" | "STOP_ENDED" | "FROZEN" | "UNFROZEN" | "SEIZED" | "RELEASED" | "RECOVERED" | "RETURNED" | "COMPENSATED" | "REVERSAL";
        /** @description The loss ledger: what it adds up to, and its entries in order. */
        LedgerView: {
            figures: components["schemas"]["LedgerFigures"];
            entries: components["schemas"]["LedgerEntryView"][];
        };
        /** ListedIncidentFile */
        ListedIncidentFile: components["schemas"]["IncidentFileSummary"] | components["schemas"]["EnterpriseFileView"] | components["schemas"]["PartnerTaskView"];
        /** @description An administrator who was made. */
        MadeAdministratorAnswer: {
            /** @enum {string} */
            which: "audit" | "security" | "system";
            account: string;
            /** @description Sets the first password at `/password/#…`; shown this once. */
            secret: string;
            /** @description Until when that works; ISO 8601, UTC. */
            until: string;
        };
        /** @description A milestone of the unit's way. */
        MilestoneRequest: {
            /**
             * Format: date-time
             * @description When it happened, if not just now; between the issue of the assignment and now.
             */
            occurredAt?: string;
        };
        /** @description Nobody leads an incident that goes on. */
        MissingLead: {
            /** @description Since when nobody does. */
            since: string;
            /** @description Why nobody could be found, as far as a slot says it. */
            reason?: components["schemas"]["BilingualText"];
        };
        /** @description A new account. */
        NewAccountRequest: {
            roles: components["schemas"]["Role"][];
            /** @description Sign-in name: letters, digits, `.`, `_`, `-`; unique in any case. */
            account: string;
            name: string;
            /** @description Code of the unit; officers need one. */
            unitId?: string;
            /**
             * Format: uuid
             * @description Enterprise contacts need one.
             */
            enterpriseId?: string;
        };
        /** @description A session just opened. */
        NewSessionAnswer: {
            /** @description For programs: send as `Authorization: Bearer …`. Absent for pages (requests with an `Origin`), which use the cookie. */
            accessToken?: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            expiresAt: string;
            caller: components["schemas"]["CallerAnswer"];
        };
        /**
         * NoPhoneReason
         * @enum {string}
         */
        NoPhoneReason: "withheld" | "unknown" | "none";
        /** @description One page of notices, newest first. */
        NoticePage: {
            items: components["schemas"]["NoticeView"][];
            next: string | null;
        };
        /** @description A text in both languages. */
        NoticeText: {
            zh: string;
            en: string;
        };
        /** @description A notice to an enterprise, as it was told. */
        NoticeView: {
            /** Format: uuid */
            noticeId: string;
            /** Format: uuid */
            incidentId: string;
            /** @description Number of the incident. */
            number: string;
            /** @description What it tells: received, dispatched, arrived, case_filed … */
            step: string;
            templateVersion: number;
            /** @description Counts the notices of the incident from 1. */
            position: number;
            /** @description `enterprise:<id>`, or `contact:<account>` when disclosure is restricted. */
            audience: string;
            text: components["schemas"]["NoticeText"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            deliveredAt?: string;
        };
        /** @description When something happened, if not now. */
        OccurrenceBody: {
            /**
             * Format: date-time
             * @description ISO 8601; not in the future, not before the report.
             */
            occurredAt?: string;
        };
        /** @description What a person sets a password with. It is shown this once and kept nowhere. */
        OneTimeSecretAnswer: {
            /** @description Goes after `/password/#`. */
            secret: string;
            /** @description Works until then, and once; ISO 8601, UTC. */
            until: string;
        };
        /** @description What legal review says. */
        OpinionBody: {
            /** @description False: sent back to who proposed it. */
            agree: boolean;
            note?: string;
        };
        /**
         * Outcome
         * @enum {string}
         */
        Outcome: "CASE_REGISTERED" | "ADMIN_ONSITE" | "MEDIATED" | "ECONOMIC_DISPUTE" | "HELPED" | "NO_OFFENCE" | "FALSE_ALARM" | "GONE" | "TO_PARTNER" | "SERVICE_DONE";
        /** @description What a unit that was released keeps: its own assignments, with the feedback that it gave itself. */
        OwnPartView: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "own_part";
            /** Format: uuid */
            incidentId: string;
            number: string;
            /** Format: date-time */
            receivedAt: string;
            assignments: components["schemas"]["FiledAssignment"][];
        };
        /** @description What a partner learns of an incident: what it is asked to do, where, what is dangerous there, and whom to call. Built from nothing but the fields named here: never what happened, persons, other units, the case or its ledger. */
        PartnerTaskView: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "partner";
            /** Format: uuid */
            incidentId: string;
            number: string;
            /** Format: date-time */
            receivedAt: string;
            standing: components["schemas"]["FileStage"];
            /** @description What is asked of the partner. */
            task: components["schemas"]["BilingualText"];
            place: components["schemas"]["PlaceFact"];
            /** @description What is dangerous on the scene. */
            dangers: components["schemas"]["DangerFlag"][];
            injured: number;
            /** @description Telephone of whoever is at the place. */
            callBack: string;
            /** @description For banks only: what was transferred, the earliest first. */
            payments?: components["schemas"]["PaymentView"][];
            /** @description Its own assignments; empty for a partner that is only told. */
            assignments: components["schemas"]["FiledAssignment"][];
        };
        /** @description Whose password was set. */
        PasswordSetAnswer: {
            account: string;
        };
        /** @description A payment that a bank is asked to stop. Account numbers are personal data. */
        PaymentView: {
            payerAccount?: string;
            payerBank?: string;
            payeeAccount?: string;
            payeeName?: string;
            payeeBank?: string;
            /** @description Integer fen. */
            amountFen?: number;
            /** Format: date-time */
            transferredAt?: string;
        };
        /** @description A change of an account that waits for a second administrator. */
        PendingChangeAnswer: {
            roles?: components["schemas"]["Role"][];
            disabled?: boolean;
            unitId?: string;
            /** @description Whether confirming hands out a one-time secret, with which the person sets a password. */
            reset?: boolean;
            /** @description Whether whoever asks may confirm or refuse it. */
            mayConfirm: boolean;
            /** @description Who proposed it. */
            by: components["schemas"]["ActorFact"];
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            at: string;
        };
        /** @description Where something is. WGS-84 degrees. */
        PlaceFact: {
            address: string;
            longitude: number;
            latitude: number;
            zone: components["schemas"]["Zone"];
            /** @description Six-digit administrative division (GB/T 2260). */
            district: string;
            /** @description Code of the police jurisdiction that contains the point, if one does. */
            jurisdiction?: string;
            /** @description How well the point is known; absent where it is exact. Nobody verified `site`, `town`, `unknown` and `far`. */
            precision?: components["schemas"]["PlacePrecision"];
        };
        /**
         * PlacePrecision
         * @enum {string}
         */
        PlacePrecision: "exact" | "street" | "site" | "town" | "unknown" | "far";
        /** @description Where it happened. WGS-84 degrees; without a point the address is located as well as it can be, and marked unverified. */
        PlaceRequest: {
            /**
             * @description Address in words.
             * @example 常州市武进区湖塘镇延政中路原料仓库
             */
            address: string;
            /**
             * @description Degrees east of this very address, if they are known; never those of another one.
             * @example 119.951
             */
            longitude?: number;
            /**
             * @description Degrees north; with `longitude` or not at all.
             * @example 31.703
             */
            latitude?: number;
            /**
             * @description How well whoever reports knows the point.
             * @example exact
             * @enum {string}
             */
            precision?: "exact" | "street";
            /**
             * @description Class of the surroundings, which decides the arrival limits; that of the jurisdiction by default.
             * @example urban
             */
            zone?: components["schemas"]["Zone"];
        };
        /** @description A place with the jurisdiction it lies in. */
        PlaceView: {
            address: string;
            longitude: number;
            latitude: number;
            zone: components["schemas"]["Zone"];
            /**
             * @description Six-digit administrative division (GB/T 2260).
             * @example 320412
             */
            district: string;
            /** @description Code of the police jurisdiction; absent outside of all. */
            jurisdiction?: string;
            /** @description How well the point is known; absent where it is exact. Nobody verified `site`, `town` and `unknown`. */
            precision?: components["schemas"]["PlacePrecision"];
        };
        /** @description Which disciplines respond at once (the first leads) and which are only told. */
        PlanFact: {
            id: string;
            version: number;
            atOnce: components["schemas"]["Discipline"][];
            inform: components["schemas"]["Discipline"][];
        };
        /** @description Which disciplines respond at once (the first leads) and which are told. */
        PlanView: {
            id: string;
            version: number;
            atOnce: components["schemas"]["Discipline"][];
            inform: components["schemas"]["Discipline"][];
        };
        /** @description A point, WGS-84 degrees. */
        PositionRequest: {
            /**
             * @description Degrees east.
             * @example 119.951
             */
            longitude: number;
            /**
             * @description Degrees north.
             * @example 31.703
             */
            latitude: number;
        };
        /**
         * Priority
         * @enum {string}
         */
        Priority: "P1" | "P2" | "P3" | "P4";
        /** @description RFC 9457 problem document. */
        Problem: {
            /**
             * Format: uri
             * @example urn:qijing:problem:request.invalid
             */
            type: string;
            title: string;
            status: number;
            /**
             * @description Stable dotted code.
             * @example request.invalid
             */
            code: string;
            /** @description Explanation in the language of Accept-Language (zh-CN or en). */
            detail: string;
            /** @description Path of the request. */
            instance: string;
            traceId: string;
            errors: components["schemas"]["ProblemError"][];
        };
        /** @description One field at fault. */
        ProblemError: {
            /** @description JSON pointer into the body, or `/query/…`, `/path/…`, `/headers/…`. */
            pointer: string;
            /** @description Stable dotted code. */
            code: string;
            /** @description What is wrong, in the language of the answer. */
            message: string;
        };
        /** @description A proposal with what it is about. */
        ProposalAnswer: {
            /** Format: uuid */
            proposalId: string;
            act: components["schemas"]["ProposedAct"];
            state: components["schemas"]["ProposalState"];
            /** @description Whose turn it is; absent once nothing more is to be done. */
            waitsFor?: components["schemas"]["ProposalWait"];
            needsLegal: boolean;
            /** @description Version of the rules that it was made under. */
            ruleVersion: string;
            entry?: components["schemas"]["ProposedEntryFact"];
            basis: string;
            /** @description What it is about changed since in a way that it did not know of: it can only be rejected, and proposed anew. */
            overtaken?: boolean;
            /** @description Accounts that decided what it is to reconsider, and therefore do not decide about it; shown, not kept. */
            deciders?: string[];
            /** @description The first is the proposal itself. */
            steps: components["schemas"]["ProposalStep"][];
            /**
             * Format: uuid
             * @description The case; absent where it is about the file of an incident.
             */
            caseId?: string;
            /** Format: uuid */
            incidentId: string;
            /** @description Number of the case. */
            caseNumber?: string;
            /** @description Number of the incident. */
            incidentNumber: string;
            /** @description What a decision about it names (`If-Match`): that of the file of its incident. */
            version: number;
            enterpriseName?: string;
        };
        /** @description What is proposed about a case, and why. */
        ProposalBody: {
            /**
             * Format: date-time
             * @description ISO 8601; not in the future, not before the report.
             */
            occurredAt?: string;
            /**
             * @description Filing and not filing, what a reconsideration comes to, freezing, adjusting the verified loss, returning.
             * @enum {string}
             */
            act: "file" | "not_file" | "upgrade" | "punish" | "terminate" | "conclude" | "extend" | "uphold" | "overturn" | "freeze" | "adjust_loss" | "return";
            basis: string;
            /** @description The facts are disputed: legal review looks at it first. */
            disputed?: boolean;
            /** @description For freezing, adjusting and returning. */
            entry?: components["schemas"]["ProposedEntryBody"];
        };
        /** @description What waits for the caller, the oldest first. */
        ProposalPage: {
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
            items: components["schemas"]["ProposalAnswer"][];
        };
        /**
         * ProposalState
         * @enum {string}
         */
        ProposalState: "PROPOSED" | "LEGAL_OK" | "LEGAL_RETURNED" | "APPROVED" | "REJECTED" | "CARRIED_OUT";
        /** @description One step of a proposal: who took it, when, and what was said. */
        ProposalStep: {
            state: components["schemas"]["ProposalState"];
            by: components["schemas"]["ActorFact"];
            /** Format: date-time */
            at: string;
            note?: string;
        };
        /**
         * ProposalWait
         * @enum {string}
         */
        ProposalWait: "legal_reviewer" | "approver" | "property_custodian";
        /**
         * ProposedAct
         * @enum {string}
         */
        ProposedAct: "file" | "not_file" | "upgrade" | "punish" | "terminate" | "conclude" | "extend" | "uphold" | "overturn" | "freeze" | "adjust_loss" | "return" | "lift_restriction";
        /** @description The ledger entry that is proposed. */
        ProposedEntryBody: {
            /** @description Integer fen; negative only for an adjustment downwards. */
            amountFen: number;
            /** @description The account to freeze, or the holding that a return draws from. */
            holding?: string;
            note?: string;
        };
        /** @description The ledger entry that a proposal is about. */
        ProposedEntryFact: {
            kind: components["schemas"]["LedgerKind"];
            amountFen: number;
            holding?: string;
        };
        /** @description Enters that the enterprise asks to reconsider. */
        ReconsiderationBody: {
            /**
             * Format: date-time
             * @description ISO 8601; not in the future, not before the report.
             */
            occurredAt?: string;
            /** @description Why, in the officer's words. */
            basis?: string;
            /**
             * Format: date-time
             * @description When the notice of the refusal reached the enterprise; it may ask within seven days.
             */
            servedAt?: string;
        };
        /** @description A new priority decided by a person. */
        RegradeRequest: {
            /**
             * @description Raising it needs a dispatcher, lowering it the duty chief.
             * @example P2
             */
            priority: components["schemas"]["Priority"];
            /**
             * @description Why.
             * @example 嫌疑人仍在现场
             */
            reason: string;
        };
        /** @description Which discipline is to reinforce. */
        ReinforceRequest: {
            discipline: components["schemas"]["Discipline"];
        };
        /** @description Why something is not approved. */
        RejectBody: {
            reason: string;
        };
        /** @description Letting units move for what was held. */
        ReleaseRequest: {
            /**
             * @description What was found out.
             * @example 已回拨核实
             */
            note?: string;
        };
        /** @description Answer to a report, sent once it is stored durably. */
        ReportReceipt: {
            /**
             * Format: uuid
             * @description Id of the report.
             */
            reportId: string;
            /**
             * Format: uuid
             * @description Id of the incident it opened or was attached to.
             */
            incidentId: string;
            /**
             * @description Number of the incident (`JQ…`) or service request (`FW…`).
             * @example JQ3204122026052100001
             */
            number: string;
            /**
             * @description Receipt number of this report.
             * @example HZ3204122026052100001
             */
            receipt: string;
            /** @description What is happening, where units will be sent later than usual, or after a call taker has looked at it. */
            waiting?: components["schemas"]["BilingualView"];
        };
        /** @description A report: one contact through one channel. */
        ReportRequest: {
            /**
             * @description How the report came in, among the ways of who sends it: portal for enterprises; api, alarm_panel or partner for machines;
             *     all others for operators.
             * @example phone
             */
            channel?: components["schemas"]["Channel"];
            /**
             * @description Code of the incident or service type.
             * @example E101
             */
            type: string;
            /**
             * Format: uuid
             * @description Directory id of the enterprise; an enterprise contact reports for the own enterprise only.
             */
            enterpriseId?: string;
            /**
             * @description Name of an enterprise that is not in the directory (operators).
             * @example 湖塘塑料制品厂
             */
            enterpriseName?: string;
            reporter: components["schemas"]["ReporterRequest"];
            place: components["schemas"]["PlaceRequest"];
            /**
             * Format: date-time
             * @description Earliest moment at which it may have happened.
             * @example 2026-05-20T22:00:00.000Z
             */
            occurredFrom?: string;
            /**
             * Format: date-time
             * @description Latest moment at which it may have happened.
             * @example 2026-05-21T00:30:00.000Z
             */
            occurredTo?: string;
            /**
             * Format: date-time
             * @description When the report came in, if that was earlier than this request (operators and machines); at most 7 days back.
             * @example 2026-05-21T00:40:00.000Z
             */
            receivedAt?: string;
            /**
             * @description What happened, in the reporter's words.
             * @example 上班发现原料仓库门锁被撬，铜料被盗
             */
            narrative: string;
            /**
             * @description Dangers and circumstances that triage looks at.
             * @example [
             *       "in_progress"
             *     ]
             */
            flags?: components["schemas"]["DangerFlag"][];
            /**
             * @description People gathered.
             * @example 0
             */
            crowd?: number;
            /**
             * @description People injured.
             * @example 0
             */
            injured?: number;
            /**
             * @description Loss as the reporter estimates it, integer fen.
             * @example 4200000
             */
            estimatedLossFen?: number;
            /** @description Fields of the incident type; see `GET /api/v1/incident-types`. */
            details?: {
                [key: string]: unknown;
            };
            /** @description An open incident that this is one more report of. */
            relatesTo?: string;
            safeContact?: components["schemas"]["SafeContactRequest"];
        };
        /** @description A report as it was stored. */
        ReportView: {
            /** Format: uuid */
            reportId: string;
            /** Format: uuid */
            incidentId: string;
            receipt: string;
            type: string;
            channel: components["schemas"]["Channel"];
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            receivedAt: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: uuid */
            enterpriseId?: string;
            reporter: components["schemas"]["ReporterView"];
            narrative: string;
            place: components["schemas"]["PlaceView"];
            /** Format: date-time */
            occurredFrom?: string;
            /** Format: date-time */
            occurredTo?: string;
            flags: components["schemas"]["DangerFlag"][];
            crowd: number;
            injured: number;
            estimatedLossFen: number;
            details: {
                [key: string]: unknown;
            };
        };
        /** @description Who reported. Personal data: only for the units and operators of this incident. */
        ReporterFact: {
            name: string;
            /** @description Empty where there is none. */
            phone: string;
            noPhone?: components["schemas"]["NoPhoneReason"];
            role?: string;
            accountId?: string;
        };
        /** @description Who reports. Personal data: only the operators and units of the incident see it. */
        ReporterRequest: {
            /**
             * @description Name as given.
             * @example 王敏
             */
            name: string;
            /**
             * @description Telephone number to call back; only where `noPhone` says why there is none may it be absent.
             * @example 13800005102
             */
            phone?: string;
            /**
             * @description Why there is no number to call back.
             * @example withheld
             */
            noPhone?: components["schemas"]["NoPhoneReason"];
            /**
             * @description Post in the enterprise, or relation to it.
             * @example 仓库主管
             */
            role?: string;
        };
        /** @description Who reported, as a report tells it; the phone is empty for readers who judge work and do not call. */
        ReporterView: {
            name: string;
            phone: string;
            /** @description Why there is no number to call back. */
            noPhone?: components["schemas"]["NoPhoneReason"];
            role?: string;
        };
        /** @description One version of a response plan. */
        ResponsePlanView: {
            planId: string;
            version: number;
            /** @description Sent at once; the first leads. */
            atOnce: components["schemas"]["Discipline"][];
            /** @description Told, without any clock. */
            inform: components["schemas"]["Discipline"][];
            /** Format: date-time */
            firstUsedAt: string;
        };
        /** @description Restricts what the enterprise is told. */
        RestrictRequest: {
            reason: string;
            /** @description Without one nobody of the enterprise is told anything until one is named. */
            safeContact?: components["schemas"]["RestrictedContactRequest"];
        };
        /** @description Somebody of the enterprise who may be told about a restricted incident. */
        RestrictedContactRequest: {
            /** @description Account name of the contact. */
            account: string;
        };
        /** @description What a restriction came to. */
        RestrictionAnswer: {
            /** Format: uuid */
            incidentId: string;
            restricted: boolean;
            /** @description Account that may still be told. */
            safeContact?: string;
        };
        /**
         * Role
         * @enum {string}
         */
        Role: "call_taker" | "dispatcher" | "duty_chief" | "unit_duty_leader" | "officer" | "case_officer" | "legal_reviewer" | "approver" | "property_custodian" | "liaison" | "eso_clerk" | "follow_up_agent" | "supervisor" | "analyst" | "enterprise_contact" | "partner_user" | "sys_admin" | "sec_admin" | "audit_admin" | "machine";
        /** @description The only person of the enterprise who may be told about a restricted incident. */
        SafeContact: {
            /** @description Account name in lower case, by which accounts are one; absent when nobody with an account was named. */
            account?: string;
            /** @description Id of that account; absent where it was named before names were looked up. */
            accountId?: string;
        };
        /** @description The only person of the enterprise who may be told, should the incident be or become restricted. */
        SafeContactRequest: {
            /**
             * @description Account name.
             * @example enterprise
             */
            account: string;
        };
        /** @description A session. */
        SessionAnswer: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            expiresAt: string;
            caller: components["schemas"]["CallerAnswer"];
        };
        /** @description A first password, or another one for a forgotten one. */
        SetPasswordRequest: {
            /** @description The one-time secret from an administrator. */
            secret: string;
            /** @description As for `newPassword` of a sign-in. */
            password: string;
        };
        /** @description Who was made. */
        SetUpAnswer: {
            administrators: components["schemas"]["MadeAdministratorAnswer"][];
        };
        /** @description The three administrators of an empty deployment: three people. */
        SetUpRequest: {
            /** @description From the link. */
            secret: string;
            system: components["schemas"]["FirstPersonRequest"];
            security: components["schemas"]["FirstPersonRequest"];
            audit: components["schemas"]["FirstPersonRequest"];
        };
        /** @description Sign-in. */
        SignInRequest: {
            /** @description Sign-in name, upper or lower case. */
            account: string;
            password: string;
            /**
             * @description Takes the place of the password, which must be right; every other session of the account ends. At least 10 characters of three
             *     of: upper case, lower case, digits, others; not easily guessed, and none of the last five.
             */
            newPassword?: string;
        };
        /**
         * SlaProfile
         * @enum {string}
         */
        SlaProfile: "R1" | "R2" | "R3" | "R4" | "RF" | "RC" | "RE" | "RS" | "RK";
        /** @description One slot of a plan: who was considered, who was chosen, or why nobody. */
        SlotFact: {
            slot: number;
            discipline: components["schemas"]["Discipline"];
            role: components["schemas"]["AssignmentRole"];
            /** Format: uuid */
            assignmentId?: string;
            candidates: components["schemas"]["CandidateFact"][];
            /** @description Present exactly when nobody could be assigned. */
            gapReason?: components["schemas"]["BilingualText"];
            /**
             * Format: date-time
             * @description Since when nobody fills it.
             */
            gapSince?: string;
        };
        /** @description Words to a step that may go without. */
        StepBody: {
            note?: string;
        };
        /** @description At most three types, the likeliest first. */
        SuggestionList: {
            items: components["schemas"]["SuggestionView"][];
        };
        /** @description A type that the words of a caller point to. */
        SuggestionView: {
            /** @example E101 */
            code: string;
            name: components["schemas"]["BilingualView"];
            /**
             * @description The words that led there, the strongest first.
             * @example [
             *       "撬"
             *     ]
             */
            words: string[];
        };
        /** @description A suspect: a state, no name; the number is assigned. */
        SuspectBody: {
            state?: components["schemas"]["SuspectState"];
            /**
             * Format: date-time
             * @description ISO 8601; not in the future, not before the report.
             */
            occurredAt?: string;
        };
        /**
         * SuspectState
         * @enum {string}
         */
        SuspectState: "at_large" | "identified" | "caught" | "released";
        /** @description One line of the timeline, ordered by when it happened. */
        TimelineLineView: {
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            recordedAt: string;
            /** @description The service that told. */
            source: string;
            /** @description The publisher's number for the event, from 1 per incident: what the live feed calls its version. */
            sequence: number;
            /** @description The type of the event. */
            type: string;
            text: components["schemas"]["BilingualText"];
            by?: components["schemas"]["ActorFact"];
            /** @description What `versions.file` has been since then; absent where decisions about the file stand. */
            version?: number;
        };
        /**
         * TypeGroup
         * @enum {string}
         */
        TypeGroup: "property" | "disorder" | "person" | "fire" | "cyber" | "secrets" | "traffic" | "disputes" | "services";
        /** @description A group of types, in plain words. */
        TypeGroupView: {
            key: components["schemas"]["TypeGroup"];
            name: components["schemas"]["BilingualView"];
        };
        /**
         * TypeKind
         * @enum {string}
         */
        TypeKind: "incident" | "service";
        /** @description Code and name of a type. */
        TypeNameView: {
            /** @example E101 */
            code: string;
            name: components["schemas"]["BilingualView"];
        };
        UnitFact: {
            /** @description The unit's code. */
            id: string;
            name: string;
            discipline: components["schemas"]["Discipline"];
        };
        /** @description A unit of police or a partner. */
        UnitView: {
            /** @description The unit's code. */
            unitId: string;
            name: string;
            discipline: components["schemas"]["Discipline"];
            duty: components["schemas"]["DutyState"];
            /** @description Assignments it may hold at once. */
            capacity: number;
            /** @description Assignments it holds now. */
            active: number;
            /** @description Absent for readers who may not know where units are. */
            longitude?: number;
            latitude?: number;
            version: number;
        };
        /** @description One page of units. */
        UnitsPage: {
            items: components["schemas"]["UnitView"][];
            /** @description Cursor of the next page; null on the last one. */
            next: string | null;
        };
        /**
         * Zone
         * @enum {string}
         */
        Zone: "urban" | "suburban" | "rural";
    };
    responses: {
        /** @description The request is malformed; `errors` names every wrong field. */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody is signed in, or the session is no longer valid. */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The roles of the caller do not permit this. */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or the caller may not know of it. */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The present state does not allow this, or it exists already, or the same key is under way. */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was changed in the meantime: read again. */
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The address is too long. */
        Problem414: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The content type is not `application/json`. */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Well-formed, but a rule of the domain refuses it; or the Idempotency-Key was used for another request. */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The If-Match header is missing. */
        Problem428: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests. */
        Problem429: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The headers are too large. */
        Problem431: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A fault of the server; quote the trace id. */
        Problem500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A part of the system is unavailable for the moment. */
        Problem503: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    jwksRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Web Key Set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            kty: string;
                            crv: string;
                            x: string;
                            y: string;
                            kid: string;
                            alg?: string;
                            use?: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    accountsList: {
        parameters: {
            query?: {
                /** @description Items per page, 1 to 200. */
                limit?: number;
                /** @description Opaque cursor: the `next` of the previous page. */
                after?: string;
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    accountsCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccountRequest"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    accountsChange: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAccountRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    accountsConfirm: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedAccountAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    accountsRefuse: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    accountsReset: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedAccountAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    accountsUnlock: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    assignmentsList: {
        parameters: {
            query: {
                /** @description Items per page, 1 to 200. */
                limit?: number;
                /** @description Opaque cursor: the `next` of the previous page. */
                after?: string;
                /** @description A unit's code, or `me` for the caller's own unit. */
                unit: string;
                /** @description `open` (default) or `all`. */
                show?: "open" | "all";
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentsPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description There is no such unit, or the caller may not ask for it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    assignmentsAcknowledge: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key": string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MilestoneRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    assignmentsApproveDecline: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    assignmentsArrive: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key": string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MilestoneRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    assignmentsComplete: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key": string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    assignmentsRequestDecline: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key": string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    assignmentsDepart: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key": string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MilestoneRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    assignmentsGiveFeedback: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key": string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    assignmentsRejectDecline: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    assignmentsStartWork: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key": string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MilestoneRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    casesAuditList: {
        parameters: {
            query?: {
                /** @description Items per page, 1 to 200. */
                limit?: number;
                /** @description Only what was refused. */
                refused?: boolean;
                /** @description The first moment, ISO 8601 with offset; a day before `to` by default. */
                from?: string;
                /** @description The moment after the last one, ISO 8601 with offset; now by default. */
                to?: string;
                /** @description Who acted: `account:<id>`, `event:<id>`, `cli:<user>`, … */
                actor?: string;
                /** @description An event type, or a word pair such as `account.changed`. */
                act?: string;
                /** @description Whose chain: the id of an incident, an account, … */
                subject?: string;
                /** @description Opaque cursor: the `next` of the previous page. */
                after?: string;
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    identityAuditList: {
        parameters: {
            query?: {
                /** @description Items per page, 1 to 200. */
                limit?: number;
                /** @description Only what was refused. */
                refused?: boolean;
                /** @description The first moment, ISO 8601 with offset; a day before `to` by default. */
                from?: string;
                /** @description The moment after the last one, ISO 8601 with offset; now by default. */
                to?: string;
                /** @description Who acted: `account:<id>`, `event:<id>`, `cli:<user>`, … */
                actor?: string;
                /** @description An event type, or a word pair such as `account.changed`. */
                act?: string;
                /** @description Whose chain: the id of an incident, an account, … */
                subject?: string;
                /** @description Opaque cursor: the `next` of the previous page. */
                after?: string;
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    intakeAuditList: {
        parameters: {
            query?: {
                /** @description Items per page, 1 to 200. */
                limit?: number;
                /** @description Only what was refused. */
                refused?: boolean;
                /** @description The first moment, ISO 8601 with offset; a day before `to` by default. */
                from?: string;
                /** @description The moment after the last one, ISO 8601 with offset; now by default. */
                to?: string;
                /** @description Who acted: `account:<id>`, `event:<id>`, `cli:<user>`, … */
                actor?: string;
                /** @description An event type, or a word pair such as `account.changed`. */
                act?: string;
                /** @description Whose chain: the id of an incident, an account, … */
                subject?: string;
                /** @description Opaque cursor: the `next` of the previous page. */
                after?: string;
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    notificationsAuditList: {
        parameters: {
            query?: {
                /** @description Items per page, 1 to 200. */
                limit?: number;
                /** @description Only what was refused. */
                refused?: boolean;
                /** @description The first moment, ISO 8601 with offset; a day before `to` by default. */
                from?: string;
                /** @description The moment after the last one, ISO 8601 with offset; now by default. */
                to?: string;
                /** @description Who acted: `account:<id>`, `event:<id>`, `cli:<user>`, … */
                actor?: string;
                /** @description An event type, or a word pair such as `account.changed`. */
                act?: string;
                /** @description Whose chain: the id of an incident, an account, … */
                subject?: string;
                /** @description Opaque cursor: the `next` of the previous page. */
                after?: string;
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    routingAuditList: {
        parameters: {
            query?: {
                /** @description Items per page, 1 to 200. */
                limit?: number;
                /** @description Only what was refused. */
                refused?: boolean;
                /** @description The first moment, ISO 8601 with offset; a day before `to` by default. */
                from?: string;
                /** @description The moment after the last one, ISO 8601 with offset; now by default. */
                to?: string;
                /** @description Who acted: `account:<id>`, `event:<id>`, `cli:<user>`, … */
                actor?: string;
                /** @description An event type, or a word pair such as `account.changed`. */
                act?: string;
                /** @description Whose chain: the id of an incident, an account, … */
                subject?: string;
                /** @description Opaque cursor: the `next` of the previous page. */
                after?: string;
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    casesRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseFileAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    casesAccept: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseMoveBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    casesAskReconsideration: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconsiderationBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    casesInvestigate: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseMoveBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    casesPost: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that the change starts from; `*` for any. Entries that the scene tells of (verified loss, stops, seizures, recoveries) are facts and need none. */
                "If-Match"?: string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LedgerEntryBody"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntryAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    casesMediate: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseMoveBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    casesMediationFailed: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseMoveBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    caseProposalsMake: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalBody"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    casesReview: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseMoveBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    casesSolve: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseMoveBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    casesAddSuspect: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspectBody"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiledSuspect"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    casesCaught: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                caseId: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OccurrenceBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiledSuspect"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    dispatchesOne: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    dispatchesAdd: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReinforceRequest"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    enterprisesList: {
        parameters: {
            query?: {
                /** @description Items per page, 1 to 200. */
                limit?: number;
                /** @description Part of a name, or a whole code. */
                search?: string;
                /** @description Opaque cursor: the `next` of the previous page. */
                after?: string;
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterprisePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    enterprisesRegister: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterpriseRequest"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    enterprisesRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    enterprisesChange: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterprisePatch"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    enterprisesContacts: {
        parameters: {
            query?: {
                /** @description Items per page, 1 to 200. */
                limit?: number;
                /** @description Opaque cursor: the `next` of the previous page. */
                after?: string;
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    incidentFilesList: {
        parameters: {
            query?: {
                /** @description Items per page, 1 to 200. */
                limit?: number;
                /** @description Opaque cursor: the `next` of the previous page. */
                after?: string;
                state?: components["schemas"]["IncidentState"];
                priority?: components["schemas"]["Priority"];
                enterpriseId?: string;
                /** @description `open`: somebody still has something to do, the review included; `ended`: closed, called off or handed on. */
                stage?: "open" | "ended";
                /** @description Only those where a limit of the law is half used up or over: for whom who must act, or for anybody. */
                ringing?: "all" | "case_officer" | "legal_reviewer" | "approver";
                /** @description Up to 50 ids of incidents, separated by commas: for lists that follow the live feed. */
                ids?: string;
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentFilePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    incidentFilesRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentFileAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    adviceIssue: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceBody"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiledAdvice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    incidentFilesContacts: {
        parameters: {
            query?: {
                /** @description Items per page, 1 to 200. */
                limit?: number;
                /** @description Opaque cursor: the `next` of the previous page. */
                after?: string;
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    fileProposalsMake: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileProposalBody"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    incidentFilesRestrict: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestrictRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestrictionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    incidentTypesList: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentTypeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    incidentTypesSuggestions: {
        parameters: {
            query: {
                text: string;
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    incidentsList: {
        parameters: {
            query?: {
                /** @description Items per page, 1 to 200. */
                limit?: number;
                state?: components["schemas"]["IncidentState"];
                priority?: components["schemas"]["Priority"];
                /** @description Type code. */
                type?: string;
                enterpriseId?: string;
                /** @description Opaque cursor: the `next` of the previous page. */
                after?: string;
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    incidentsRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    incidentsCancel: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    incidentsRegrade: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegradeRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    incidentsRelease: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    openingOpen: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseOpeningBody"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    closingClose: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    jurisdictionsList: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JurisdictionList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    liveLive: {
        parameters: {
            query?: {
                /** @description Like the `Last-Event-ID` header, which wins. */
                lastEventId?: string;
                /** @description `start`: with the oldest entries that are kept. */
                from?: "start";
            };
            header?: {
                /** @description Position of the last event that was received; browsers send it when they reconnect. */
                "Last-Event-ID"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that stays open. `id` is the position, `event` the type of the event, `data` JSON with ids, versions and states and no personal data. An event `resync` says that the position is too old: fetch anew. `: alive` is a heartbeat. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description Nothing is ever told to the roles of this account. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    noticesList: {
        parameters: {
            query?: {
                /** @description Items per page, 1 to 200. */
                limit?: number;
                /** @description Opaque cursor: the `next` of the previous page. */
                after?: string;
                /** @description Required for operators. */
                incidentId?: string;
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    passwordsSet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPasswordRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordSetAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    proposalsList: {
        parameters: {
            query?: {
                /** @description Items per page, 1 to 200. */
                limit?: number;
                /** @description Opaque cursor: the `next` of the previous page. */
                after?: string;
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    proposalsApprove: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    proposalsHandOver: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    proposalsOpinion: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpinionBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    proposalsReject: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reportsReceive: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 128 visible ASCII characters; the answer is kept for 24 hours and replayed. */
                "Idempotency-Key"?: string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportRequest"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    /** @description Present when this is the stored answer of an earlier request with the same key. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reportsRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    responsePlansList: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponsePlanView"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    sessionsOpen: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSessionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description Wrong account or password, or wrong too often. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    sessionsCurrent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    sessionsEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    sessionsUse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    setupMake: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUpRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUpAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    unitsList: {
        parameters: {
            query?: {
                /** @description Items per page, 1 to 200. */
                limit?: number;
                /** @description Opaque cursor: the `next` of the previous page. */
                after?: string;
                discipline?: components["schemas"]["Discipline"];
                duty?: components["schemas"]["DutyState"];
            };
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitsPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    unitsOne: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    unitsChange: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that the change starts from; `*` for any. */
                "If-Match": string;
                /** @description Language of messages: zh-CN (default) or en. */
                "Accept-Language"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUnitRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Version of the answered thing, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}
