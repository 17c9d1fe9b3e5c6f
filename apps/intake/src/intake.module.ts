import { Module } from '@nestjs/common';
import { ACCOUNTS, INCIDENTS } from '#contracts';
import { configProvider, Contacts, ServiceModule } from '#platform';
import { Pace } from './domain/admission/pace.js';
import { Released } from './domain/admission/released.js';
import { AccountEvents } from './inbound/events/account-events.controller.js';
import { AssignmentEvents } from './inbound/events/assignment-events.controller.js';
import { CaseEvents } from './inbound/events/case-events.controller.js';
import { PlanWatch } from './inbound/events/plan-watch.js';
import { EnterprisesController } from './inbound/http/enterprises.controller.js';
import { IncidentTypesController } from './inbound/http/incident-types.controller.js';
import { IncidentsController } from './inbound/http/incidents.controller.js';
import { JurisdictionsController } from './inbound/http/jurisdictions.controller.js';
import { ReportsController } from './inbound/http/reports.controller.js';
import { IntakeConfig } from './intake.config.js';
import { Enterprises } from './outbound/database/enterprises.js';
import { Incidents } from './outbound/database/incidents.js';
import { intakeSchema } from './outbound/database/intake.schema.js';
import { Jurisdictions } from './outbound/database/jurisdictions.js';
import { OutboxDepth } from './outbound/database/outbox-depth.js';
import { ReportLoad } from './outbound/database/report-load.js';
import { Reports } from './outbound/database/reports.js';
import { Sequences } from './outbound/database/sequences.js';
import { AddFacts } from './use-cases/add-facts.js';
import { AdmitReport } from './use-cases/admit-report.js';
import { AttachReport } from './use-cases/attach-report.js';
import { CancelIncident } from './use-cases/cancel-incident.js';
import { ChangeEnterprise } from './use-cases/change-enterprise.js';
import { CloseIncident } from './use-cases/close-incident.js';
import { DateReport } from './use-cases/date-report.js';
import { FollowHandling } from './use-cases/follow-handling.js';
import { GradeReport } from './use-cases/grade-report.js';
import { HoldReport } from './use-cases/hold-report.js';
import { IdentifyEnterprise } from './use-cases/identify-enterprise.js';
import { ImportAreas } from './use-cases/import-areas.js';
import { ImportEnterprises } from './use-cases/import-enterprises.js';
import { IssueReceipt } from './use-cases/issue-receipt.js';
import { ListContacts } from './use-cases/list-contacts.js';
import { ListEnterprises } from './use-cases/list-enterprises.js';
import { ListIncidentTypes } from './use-cases/list-incident-types.js';
import { ListIncidents } from './use-cases/list-incidents.js';
import { ListJurisdictions } from './use-cases/list-jurisdictions.js';
import { LocatePlace } from './use-cases/locate-place.js';
import { OpenIncident } from './use-cases/open-incident.js';
import { ReadEnterprise } from './use-cases/read-enterprise.js';
import { ReadIncident } from './use-cases/read-incident.js';
import { ReadReport } from './use-cases/read-report.js';
import { ReceiveReport } from './use-cases/receive-report.js';
import { RegisterEnterprise } from './use-cases/register-enterprise.js';
import { RegradeIncident } from './use-cases/regrade-incident.js';
import { RelateReport } from './use-cases/relate-report.js';
import { ReleaseIncident } from './use-cases/release-incident.js';
import { RestrictIncident } from './use-cases/restrict-incident.js';
import { SeedDirectory } from './use-cases/seed-directory.js';
import { ShedLoad } from './use-cases/shed-load.js';
import { SuggestIncidentTypes } from './use-cases/suggest-incident-types.js';
import { TakeFeedback } from './use-cases/take-feedback.js';

const store = ServiceModule.of(intakeSchema, {
  reads: [
    { stream: INCIDENTS, sources: ['cases', 'routing'] },
    { stream: ACCOUNTS, sources: ['identity'] },
  ],
});

/** 接警: takes reports, grades them and keeps the enterprise directory. */
@Module({
  imports: [store],
  controllers: [
    ReportsController,
    IncidentsController,
    EnterprisesController,
    IncidentTypesController,
    JurisdictionsController,
    AssignmentEvents,
    CaseEvents,
    AccountEvents,
  ],
  providers: [
    configProvider(IntakeConfig),
    { provide: Pace, inject: [IntakeConfig], useFactory: ({ lateMs }: IntakeConfig) => new Pace(lateMs) },
    { provide: Released, useFactory: () => new Released() },
    PlanWatch,
    // what it can do
    AdmitReport,
    DateReport,
    IdentifyEnterprise,
    LocatePlace,
    RelateReport,
    GradeReport,
    ShedLoad,
    ReceiveReport,
    HoldReport,
    IssueReceipt,
    OpenIncident,
    AttachReport,
    AddFacts,
    TakeFeedback,
    RegradeIncident,
    ReleaseIncident,
    CancelIncident,
    CloseIncident,
    RestrictIncident,
    FollowHandling,
    ReadReport,
    ReadIncident,
    ListIncidents,
    ListIncidentTypes,
    SuggestIncidentTypes,
    RegisterEnterprise,
    ChangeEnterprise,
    ReadEnterprise,
    ListEnterprises,
    ListContacts,
    ListJurisdictions,
    ImportAreas,
    ImportEnterprises,
    SeedDirectory,
    // what goes out
    Reports,
    ReportLoad,
    Incidents,
    Enterprises,
    Jurisdictions,
    Sequences,
    OutboxDepth,
    Contacts,
  ],
  exports: [SeedDirectory, ImportAreas, ImportEnterprises],
})
export class IntakeModule {}
