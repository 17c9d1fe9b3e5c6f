import { Injectable } from '@nestjs/common';
import { cursorMalformed, decodeCursor, page, type Caller, type Page, type PageQuery } from '#platform';
import { scopeOf } from '../domain/incident-file/access.js';
import { statesOf } from '../domain/incident-file/incident-states.js';
import { redact, type RedactedFile } from '../domain/incident-file/projection.js';
import { summarise, type FileSummary } from '../domain/incident-file/views.js';
import { IncidentFiles, type FileCursor, type FileFilter } from '../outbound/database/incident-file.repository.js';

/** What people narrow a list to. */
export interface FileWish extends Pick<FileFilter, 'state' | 'priority' | 'enterpriseId'> {
  /** `open`: somebody still has something to do; `ended`: the rest. */
  stage?: 'open' | 'ended';
  /** Ids, separated by commas. */
  ids?: string;
}

/** Lists files, newest first; everybody gets exactly the files that they may open. */
@Injectable()
export class ListIncidentFiles {
  constructor(private readonly files: IncidentFiles) {}

  /** One page. Enterprises and machines get their files without anything that only police may know. */
  async run(caller: Caller, query: PageQuery & FileWish): Promise<Page<FileSummary | RedactedFile>> {
    const scope = scopeOf(caller);
    const forPolice = scope.kind === 'all' || scope.kind === 'unit';
    // Filters must not tell an enterprise what it cannot see, such as the priority.
    const filter = forPolice ? filterOf(query) : {};
    const rows = await this.files.list(scope, filter, query.limit, cursorOf(query.after));
    return page<(typeof rows)[number], FileSummary | RedactedFile>(
      query,
      rows,
      ({ receivedAt, id }) => [receivedAt.toISOString(), id],
      ({ doc }) => (forPolice ? summarise(doc) : redact(doc)),
    );
  }
}

function filterOf({ state, priority, enterpriseId, stage, ids }: FileWish): FileFilter {
  return { state, priority, enterpriseId, states: stage && statesOf(stage), ids: ids?.split(',') };
}

function cursorOf(after: string | undefined): FileCursor | undefined {
  const [receivedAt, id] = decodeCursor(after, 2) ?? [];
  if (receivedAt === undefined || id === undefined) return undefined;
  const at = new Date(receivedAt);
  if (Number.isNaN(at.getTime())) throw cursorMalformed();
  return { receivedAt: at, id: String(id) };
}
