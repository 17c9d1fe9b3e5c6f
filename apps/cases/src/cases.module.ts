import { Module } from '@nestjs/common';
import { ACCOUNTS, INCIDENTS } from '#contracts';
import { Contacts, ServiceModule } from '#platform';
import { AccountEvents } from './inbound/events/account-events.js';
import { IncidentEvents } from './inbound/events/incident-events.js';
import { AdviceController } from './inbound/http/advice.controller.js';
import { CasesController } from './inbound/http/cases.controller.js';
import { ClosingController } from './inbound/http/closing.controller.js';
import { IncidentFilesController } from './inbound/http/incident-files.controller.js';
import { OpeningController } from './inbound/http/opening.controller.js';
import { CaseProposalsController } from './inbound/http/case-proposals.controller.js';
import { FileProposalsController } from './inbound/http/file-proposals.controller.js';
import { ProposalsController } from './inbound/http/proposals.controller.js';
import { CaseNumbers } from './outbound/database/case-number.repository.js';
import { Cases } from './outbound/database/case.repository.js';
import { casesSchema } from './outbound/database/cases.schema.js';
import { FileLists } from './outbound/database/file-lists.js';
import { IncidentFiles } from './outbound/database/incident-file.repository.js';
import { incidentFiles } from './outbound/database/incident-file.tables.js';
import { Proposals } from './outbound/database/proposal.repository.js';
import { CaseMover } from './use-cases/case-mover.js';
import { CloseIncident } from './use-cases/close-incident.js';
import { EndStops } from './use-cases/end-stops.js';
import { FileAccess } from './use-cases/file-access.js';
import { FileJournal } from './use-cases/file-journal.js';
import { IssueAdvice } from './use-cases/issue-advice.js';
import { JudgeProposal } from './use-cases/judge-proposal.js';
import { LedgerBook } from './use-cases/ledger-book.js';
import { ListContacts } from './use-cases/list-contacts.js';
import { ListIncidentFiles } from './use-cases/list-incident-files.js';
import { ListProposals } from './use-cases/list-proposals.js';
import { MarkSuspectCaught } from './use-cases/mark-suspect-caught.js';
import { MoveCase } from './use-cases/move-case.js';
import { OpenCase } from './use-cases/open-case.js';
import { PostLedgerEntry } from './use-cases/post-ledger-entry.js';
import { ProposalEffects } from './use-cases/proposal-effects.js';
import { ProposalJournal } from './use-cases/proposal-journal.js';
import { Propose } from './use-cases/propose.js';
import { ProposeAboutFile } from './use-cases/propose-about-file.js';
import { ReadCase } from './use-cases/read-case.js';
import { ReadIncidentFile } from './use-cases/read-incident-file.js';
import { RecordEvent } from './use-cases/record-event.js';
import { RecordSuspect } from './use-cases/record-suspect.js';
import { RestrictIncident } from './use-cases/restrict-incident.js';
import { RingClocks } from './use-cases/ring-clocks.js';
import { TakeFeedback } from './use-cases/take-feedback.js';

/** The read side is not on the way from a report to its units: it waits a moment for fuller transactions. */
const LINGER_MS = 30;

const store = ServiceModule.of(casesSchema, {
  reads: [
    { stream: INCIDENTS, sources: ['intake', 'routing'] },
    { stream: ACCOUNTS, sources: ['identity'] },
  ],
  lingerMs: LINGER_MS,
  seenIn: incidentFiles,
});

const useCases = [
  RecordEvent,
  TakeFeedback,
  OpenCase,
  MoveCase,
  CaseMover,
  LedgerBook,
  EndStops,
  RingClocks,
  Propose,
  ProposeAboutFile,
  JudgeProposal,
  ProposalEffects,
  ProposalJournal,
  ListProposals,
  RecordSuspect,
  MarkSuspectCaught,
  PostLedgerEntry,
  RestrictIncident,
  IssueAdvice,
  CloseIncident,
  ListContacts,
  ListIncidentFiles,
  ReadIncidentFile,
  ReadCase,
  FileJournal,
  FileAccess,
];

/** Cases 案件: the file of every incident, its case, suspects, loss ledger, advice and closing. */
@Module({
  imports: [store],
  controllers: [
    IncidentEvents,
    AccountEvents,
    IncidentFilesController,
    AdviceController,
    OpeningController,
    CasesController,
    CaseProposalsController,
    FileProposalsController,
    ProposalsController,
    ClosingController,
  ],
  providers: [...useCases, IncidentFiles, FileLists, Cases, CaseNumbers, Proposals, Contacts],
})
export class CasesModule {}
