import { Command, InvalidArgumentError, Option, type CommanderError } from 'commander';
import { INSTANT } from '#domain-kit';
import { ROLES } from '#contracts';
import { createPrivately } from '#persistence';
import { productVersion, USAGE_FAULT } from '#platform';
import { COORDINATE_SYSTEMS } from '#sheets';
import type { FirstPerson } from '../../../identity/src/domain/setup.js';
import { perform } from './perform.js';

createPrivately();

/** Help and version end well; a command that was called wrongly is told apart from one that failed (1). */
function endUsage({ exitCode, message }: CommanderError): void {
  if (exitCode !== 0 && process.argv.includes('--json'))
    process.stdout.write(`${JSON.stringify({ ok: false, error: message })}\n`);
  process.exit(exitCode === 0 ? 0 : USAGE_FAULT);
}

const program = new Command('qijing')
  .description('Qijing 企警快处: administration. Settings come from QIJING_* variables, as for the services.')
  .option('--json', 'print exactly one JSON object on stdout')
  .version(productVersion(), '--version', 'print the version')
  .showHelpAfterError()
  .exitOverride(endUsage)
  .enablePositionalOptions()
  .passThroughOptions(false);

/** An option that is a moment. */
function instant(text: string): Date {
  if (!INSTANT.test(text))
    throw new InvalidArgumentError('expected an instant with its zone: 2026-11-30T08:00:00+08:00');
  return new Date(text);
}

/** Every command takes `--json`, in whichever place it stands. */
const add = (parent: Command, name: string, description: string): Command =>
  parent.command(name).description(description).option('--json', 'print exactly one JSON object on stdout');

add(program, 'migrate', 'create databases where missing and apply pending migrations').action(
  perform(async () => (await import('./commands/migrate.js')).migrateAll),
);
add(program, 'seed', 'fill the demo: invented firms, units and accounts (refused in production)').action(
  perform(async () => (await import('./commands/seed.js')).seed),
);
add(
  program,
  'doctor',
  'check versions, ports, database and its schema, broker, clocks and fonts, and print the fix',
).action(perform(async () => (await import('./commands/doctor.js')).doctor));

/** Who will be an administrator: `account:name`. */
function person(text: string): FirstPerson {
  const [account = '', ...name] = text.split(':');
  if (account === '' || name.join(':').trim() === '') throw new InvalidArgumentError('expected ACCOUNT:NAME');
  return { account, name: name.join(':').trim() };
}

add(
  program,
  'setup',
  'make the three administrators of an empty deployment: named here, or on the page behind the link that this prints',
)
  .option('--system <account:name>', 'system administrator', person)
  .option('--security <account:name>', 'security administrator', person)
  .option('--audit <account:name>', 'audit administrator', person)
  .option('--url <url>', 'where people reach Qijing, for the link')
  .action(perform(async () => (await import('./commands/setup.js')).setup));

const kinds = 'areas, units, enterprises, accounts';
const languages = (): Option =>
  new Option('--language <language>', 'of the header').choices(['zh', 'en']).default('zh');
add(program, 'import [kind] [file]', `enter rows of a file: ${kinds}; the same file again changes nothing`)
  .option('--template <kind>', 'print an empty file with its header and two rows instead')
  .option('--dry-run', 'judge every row and write nothing')
  .option('--accept-valid', 'write the other rows where some are refused; by default nothing is written then')
  .addOption(new Option('--crs <system>', 'coordinates of the file').choices([...COORDINATE_SYSTEMS]).default('wgs84'))
  .option('--report <file>', 'a CSV file of what became of every row')
  .option('--secrets <file>', 'a new file for the one-time secrets of new accounts; accounts need it')
  .option('--out <file>', 'where the template goes: .csv, .xlsx or .geojson')
  .addOption(languages())
  .action(perform(async () => (await import('./commands/import.js')).importRows));
add(program, 'export <kind>', `write all rows of a kind into a file that the import takes back: ${kinds}`)
  .option('--out <file>', 'where it goes: .csv, .xlsx or .geojson; standard output without it')
  .addOption(languages())
  .action(perform(async () => (await import('./commands/export.js')).exportRows));

const user = program.command('user').description('accounts');
add(user, 'create <account>', 'create an account and print the one-time secret by which its person sets a password')
  .requiredOption('--name <name>', 'name of the person')
  .requiredOption('--roles <roles>', `roles, separated by commas: ${ROLES.join(', ')}`, (text) => text.split(','))
  .option('--unit <code>', 'unit that the person belongs to')
  .option('--enterprise <id>', 'enterprise that the person acts for')
  .action(perform(async () => (await import('./commands/users.js')).createUser));
add(user, 'list', 'all accounts: state, unit, roles').action(
  perform(async () => (await import('./commands/users.js')).listUsers),
);
add(user, 'reset <account>', 'end the password and print a one-time secret to set another one').action(
  perform(async () => (await import('./commands/users.js')).resetUser),
);
add(user, 'unlock <account>', 'let devices and addresses try again after wrong passwords').action(
  perform(async () => (await import('./commands/users.js')).unlockUser),
);
add(user, 'disable <account>', 'shut an account out, at once').action(
  perform(async () => (await import('./commands/users.js')).disableUser),
);
add(user, 'enable <account>', 'let an account in again').action(
  perform(async () => (await import('./commands/users.js')).enableUser),
);

const parked = program.command('parked').description('events that were set aside');
add(parked, 'list', 'what is parked, by service').action(
  perform(async () => (await import('./commands/parked.js')).listParked),
);
add(parked, 'replay <incidentId>', 'try again everything parked of an incident').action(
  perform(async () => (await import('./commands/parked.js')).replayParked),
);
add(parked, 'discard <incidentId>', 'give up the event that blocks an incident').action(
  perform(async () => (await import('./commands/parked.js')).discardParked),
);

const outbox = program.command('outbox').description('events that wait to be sent');
add(outbox, 'status', 'how many events wait in each service, and who sends them').action(
  perform(async () => (await import('./commands/outbox-status.js')).outboxStatus),
);

const audit = program.command('audit').description('the record of who did what');
add(audit, 'verify', 'walk the audit chains and checkpoints of all services and name the first broken entry')
  .option('--anchor <file>', 'anchors kept elsewhere, or a log that holds them; default: the file beside the data')
  .option(
    '--since-restore <time>',
    'when the databases were restored (ISO 8601): what was told before may be lost',
    instant,
  )
  .action(perform(async () => (await import('./commands/verify-audit.js')).verifyAuditTrail));

const keys = program.command('keys').description('keys that sessions are signed with');
add(keys, 'rotate', 'make a new key; sessions signed with the one before it go on')
  .option('--now', 'remove all other keys at once: every session ends (a key was stolen, or QIJING_KEY was lost)')
  .action(perform(async () => (await import('./commands/rotate-keys.js')).rotateKeys));

const topics = program.command('topics').description('topics of the broker');
add(topics, 'create', 'create the topics that are missing').action(
  perform(async () => (await import('./commands/create-topics.js')).createTopics),
);

add(topics, 'reconcile', 'after a restore of all databases: take off the topics what no database knows of any more')
  .requiredOption('--since <instant>', 'look at what was sent from then on; the restore says it', instant)
  .option('--keep <file>', 'a new file for the events that are taken away')
  .option('--dry-run', 'only count them')
  .action(perform(async () => (await import('./commands/reconcile-topics.js')).reconcile));

const consumers = program.command('consumers').description('services as readers of the topics');
add(consumers, 'rewind <service>', 'have a stopped service read its topics again, after its database was restored')
  .option('--to <instant>', 'from this time on, with its zone; the oldest event by default', instant)
  .option('--dry-run', 'only tell how many events would come again')
  .action(perform(async () => (await import('./commands/rewind-consumers.js')).rewindConsumers));

add(
  program,
  'backup <folder>',
  'copy the databases of all services, as of one moment, into a new folder; nothing stops',
)
  .option('--key-file <file>', 'encrypt it by the secret in this file (32 characters or more)')
  .action(perform(async () => (await import('./commands/backup.js')).backUp));
add(program, 'restore <folder>', 'put the databases of a backup in place, after checking all of it')
  .option('--service <name>', 'the database of one service only (cluster)')
  .option('--key-file <file>', 'the key file of an encrypted backup')
  .option('--force', 'replace what is there')
  .action(perform(async () => (await import('./commands/restore.js')).restore));

await program.parseAsync();
