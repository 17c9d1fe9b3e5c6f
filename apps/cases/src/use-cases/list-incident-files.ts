import { Injectable } from '@nestjs/common';
import { answerTo, LAW_CLOCK_WAITS, type IncidentState, type LawClockWait } from '#contracts';
import {
  cursorMalformed,
  decodeCursor,
  encodeCursor,
  hasRole,
  type Caller,
  type Page,
  type PageQuery,
} from '#platform';
import { scopeOf, sightOf, standingOf } from '../domain/incident-file/access.js';
import type { IncidentFile } from '../domain/incident-file/incident-file.js';
import { statesOf } from '../domain/incident-file/incident-states.js';
import { partnerTask, type PartnerTaskView } from '../domain/incident-file/partner-task.js';
import { redact, type EnterpriseFileView } from '../domain/incident-file/projection.js';
import { summarise, type IncidentFileSummary } from '../domain/incident-file/summary.js';
import type { FileFilter } from '../outbound/database/file-conditions.js';
import { FileLists } from '../outbound/database/file-lists.js';
import type { FileKey } from '../outbound/database/file-ranges.js';
import { fileOf } from '../outbound/database/incident-file.row.js';

/** What people narrow a list to. */
export interface FileWish extends Pick<FileFilter, 'priority' | 'enterpriseId'> {
  state?: IncidentState;
  /** `open`: somebody still has something to do; `ended`: the rest. */
  stage?: 'open' | 'ended';
  /** Only those where a limit of the law rings: for whom, or for anybody. */
  ringing?: LawClockWait | 'all';
  /** Ids, separated by commas. */
  ids?: string;
}

/** One row of a list. */
type FileListed = IncidentFileSummary | EnterpriseFileView | PartnerTaskView;

/** Lists files, newest first; everybody gets exactly the files that they may open. */
@Injectable()
export class ListIncidentFiles {
  constructor(private readonly lists: FileLists) {}

  /** One page. Enterprises and machines get their files without anything that only police may know. */
  async run(caller: Caller, query: PageQuery & FileWish): Promise<Page<FileListed>> {
    const scope = scopeOf(caller);
    const forPolice = (scope.kind === 'all' || scope.kind === 'unit') && !hasRole(caller, 'partner_user');
    // Filters must not tell an enterprise or a partner what it cannot see, such as the priority.
    const filter = forPolice ? filterOf(query) : {};
    const { rows, next } = await this.lists.page(scope, filter, query.limit, cursorOf(query.after));
    return {
      items: rows.map(fileOf).flatMap((file) => listed(caller, file) ?? []),
      next: next ? encodeCursor([next.receivedAt.toISOString(), next.id]) : null,
    };
  }
}

/** A file in the list of somebody, as much of it as the file itself shows; undefined where it may not be in the list. */
function listed(caller: Caller, file: IncidentFile): FileListed | undefined {
  if (answerTo('file.list', caller, standingOf(caller, file)) !== 'allowed') return undefined;
  const sight = sightOf(caller, file);
  if (sight === 'full' || sight === 'no-phone') return summarise(file);
  return sight === 'task' ? partnerTask(file, caller.unitId) : redact(file);
}

function filterOf({ state, priority, enterpriseId, stage, ringing, ids }: FileWish): FileFilter {
  const staged = stage && statesOf(stage);
  const states = state ? [state].filter((each) => staged?.includes(each) ?? true) : staged;
  const ringsFor = ringing === 'all' ? LAW_CLOCK_WAITS : ringing && [ringing];
  return { states, priority, enterpriseId, ringsFor, ids: ids?.split(',') };
}

function cursorOf(after: string | undefined): FileKey | undefined {
  const [receivedAt, id] = decodeCursor(after, 2) ?? [];
  if (receivedAt === undefined || id === undefined) return undefined;
  const at = new Date(receivedAt);
  if (Number.isNaN(at.getTime())) throw cursorMalformed();
  return { receivedAt: at, id: String(id) };
}
