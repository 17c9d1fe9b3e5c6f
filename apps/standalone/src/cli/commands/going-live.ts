import { ADMINISTRATORS, type Role } from '#contracts';
import type { Database } from '#persistence';
import { accounts } from '../../../../identity/src/outbound/database/identity.schema.js';
import type { StandaloneConfig } from '../../standalone.config.js';
import { eachStore } from '../stores.js';

/** Something of a bureau's own that is not there yet; `fix` says how it comes there. */
export interface Lack {
  readonly name: string;
  readonly detail: string;
  readonly fix: string;
}

/** A table, and what is lacking where it does not hold enough. */
interface Look {
  readonly table: string;
  readonly look: (database: Database) => Promise<Lack | undefined>;
}

/** Of a table in which something has to stand before reports can be served; a file of this kind brings it there. */
const filled = (table: string, name: string, kind: string): Look => ({
  table,
  look: async (database) => {
    const [row] = await database.query(`SELECT 1 FROM \`${table}\` LIMIT 1`);
    return row ? undefined : { name, detail: 'there are none', fix: `\`qijing import ${kind} FILE\`` };
  },
});

/** Without somebody of each of these nobody administers, takes calls, decides or acts. */
const WANTED: readonly Role[] = [...ADMINISTRATORS, 'call_taker', 'duty_chief', 'unit_duty_leader', 'officer'];

const people = async (database: Database): Promise<Lack | undefined> => {
  const held = new Set((await database.rows(accounts, 'WHERE `disabled` = ?', [0])).flatMap(({ roles }) => roles));
  const missing = WANTED.filter((role) => !held.has(role));
  if (missing.length === 0) return undefined;
  const fix = ADMINISTRATORS.some((role) => missing.includes(role))
    ? '`qijing setup` makes the administrators; they make the other accounts on /admin/'
    : 'the system administrator makes accounts on /admin/';
  return { name: 'people', detail: `nobody is ${missing.join(', ')}`, fix };
};

/** What is looked at, in the order in which a bureau goes about it. */
const LOOKS: readonly Look[] = [
  { table: 'account', look: people },
  filled('unit', 'units', 'units'),
  filled('jurisdiction', 'areas', 'areas'),
  filled('enterprise', 'firms', 'enterprises'),
];

/** What going live still lacks; nothing where the databases cannot be read, which is told elsewhere. */
export async function goingLiveLacks(config: StandaloneConfig): Promise<Lack[]> {
  const found: Lack[] = [];
  for (const { table, look } of LOOKS) {
    const [lack] = await eachStore(config, table, look).catch(() => []);
    if (lack) found.push(lack);
  }
  return found;
}
