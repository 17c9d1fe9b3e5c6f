import { ArrayNotEmpty, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength } from 'class-validator';
import { RETENTION_DAYS } from '#messaging';
import { openToOthers, type OpenPath } from '#persistence';
import type { ConfigFault } from './config-fault.js';
import { Env } from './env.js';
import type { CrossChecked } from './load-config.js';

/** Log levels, most talkative first; `silent` is for tests. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What every service reads from its environment. A service's own class extends it and sets `service` and `port`. */
export abstract class ServiceConfig implements CrossChecked {
  /** Name of the service: database, consumer group, log lines. */
  abstract readonly service: string;
  /** Whether the process runs every service of the product. */
  readonly allServices: boolean = false;

  @Env('NODE_ENV')
  @IsIn(['development', 'test', 'production'])
  nodeEnv: 'development' | 'test' | 'production' = 'development';

  /** `embedded`: SQLite and in-process events, all services in one process. `cluster`: MySQL or MariaDB, and Kafka. */
  @Env('QIJING_PROFILE')
  @IsIn(['embedded', 'cluster'])
  profile: 'embedded' | 'cluster' = 'cluster';

  @Env('QIJING_PORT')
  @IsInt()
  @Min(0)
  @Max(65535)
  port: number = 3000;

  /** Interface to listen on; nobody else than this machine unless it is set. */
  @Env('QIJING_HOST')
  @IsString()
  host: string = '127.0.0.1';

  /** Folder of the embedded profile's databases. */
  @Env('QIJING_DATA_DIR')
  @IsString()
  dataDir: string = '.data';

  @Env('QIJING_DB_HOST')
  @IsString()
  dbHost: string = '127.0.0.1';

  @Env('QIJING_DB_PORT')
  @IsInt()
  @Min(1)
  @Max(65535)
  dbPort: number = 3306;

  /** Who connects; `{service}` in it stands for the name of the service. */
  @Env('QIJING_DB_USER')
  @IsString()
  dbUser: string = 'qijing';

  @Env('QIJING_DB_PASSWORD', { secret: true })
  @IsString()
  dbPassword: string = '';

  /** Who owns the databases: migrations and the command line connect as it, and give `dbUser` its rights. */
  @Env('QIJING_DB_MIGRATE_USER')
  @IsOptional()
  @IsString()
  @MinLength(1)
  dbMigrateUser?: string;

  @Env('QIJING_DB_MIGRATE_PASSWORD', { secret: true })
  @IsString()
  dbMigratePassword: string = '';

  /** Database of a service = prefix + service name. */
  @Env('QIJING_DB_PREFIX')
  @Matches(/^[a-z0-9_]{0,32}$/)
  dbPrefix: string = 'qijing_';

  /** Connections per service. */
  @Env('QIJING_DB_POOL')
  @IsInt()
  @Min(2)
  @Max(200)
  dbPool: number = 10;

  @Env('QIJING_KAFKA_BROKERS')
  @ArrayNotEmpty()
  @Matches(/^[^\s:]+:\d{1,5}$/, { each: true, message: 'kafkaBrokers must be host:port, separated by commas' })
  kafkaBrokers: string[] = ['127.0.0.1:9092'];

  @Env('QIJING_TOPIC_PREFIX')
  @Matches(/^[a-z0-9._-]{0,60}$/)
  topicPrefix: string = 'qijing.';

  /** Days that the topics keep events, so that a restored database can be filled again; 0: for ever. */
  @Env('QIJING_TOPIC_RETENTION_DAYS')
  @IsInt()
  @Min(0)
  @Max(3650)
  topicRetentionDays: number = RETENTION_DAYS;

  /** Where the public keys of identity are, for services that run in a process of their own. */
  @Env('QIJING_JWKS_URL')
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  jwksUrl?: string;

  @Env('QIJING_LOG_LEVEL')
  @IsIn(LOG_LEVELS)
  logLevel: LogLevel = 'info';

  /** Ed25519 key in PEM that audit checkpoints are signed with; without it one is made beside the data, for trials. */
  @Env('QIJING_AUDIT_KEY_FILE')
  @IsOptional()
  @IsString()
  @MinLength(1)
  auditKeyFile?: string;

  /** Folder of the files in which audit checkpoints are told; without it a folder beside the data. */
  @Env('QIJING_AUDIT_ANCHOR_DIR')
  @IsOptional()
  @IsString()
  @MinLength(1)
  auditAnchorDir?: string;

  /** Seconds between two audit checkpoints: what is younger can be taken away unnoticed. */
  @Env('QIJING_AUDIT_SEAL_SECONDS')
  @IsInt()
  @Min(1)
  @Max(60)
  auditSealSeconds: number = 15;

  /** Seconds that an orderly stop may take before the process leaves anyway. */
  @Env('QIJING_SHUTDOWN_SECONDS')
  @IsInt()
  @Min(1)
  @Max(300)
  shutdownSeconds: number = 20;

  /** Connections of clients at once; more are closed as they come. */
  @Env('QIJING_MAX_CONNECTIONS')
  @IsInt()
  @Min(10)
  @Max(1_000_000)
  maxConnections: number = 10_000;

  /** Unsent events at which the service stops taking reports (503), so that a dead broker does not fill the disk. */
  @Env('QIJING_OUTBOX_LIMIT')
  @IsInt()
  @Min(1000)
  outboxLimit: number = 500_000;

  /** Requests per minute and client address; 0 switches the limit off. */
  @Env('QIJING_RATE_PER_MINUTE')
  @IsInt()
  @Min(0)
  ratePerMinute: number = 300_000;

  /** Sign-in attempts per minute and client address; 0 switches the limit off (an account locks by itself). */
  @Env('QIJING_SIGN_IN_PER_MINUTE')
  @IsInt()
  @Min(0)
  signInPerMinute: number = 120;

  /** Number of reverse proxies in front whose `X-Forwarded-*` headers are believed; 0 believes none. */
  @Env('QIJING_TRUSTED_PROXIES')
  @IsInt()
  @Min(0)
  @Max(8)
  trustedProxies: number = 0;

  /**
   * What opens `/metrics` and the documents of the API, at least 16 characters: as a bearer token, or as the password of
   * whatever user. Without it production serves neither, and everything else serves them to everybody.
   */
  @Env('QIJING_MANAGEMENT_TOKEN', { secret: true })
  @IsOptional()
  @IsString()
  @MinLength(16)
  managementToken?: string;

  /** Password of the demo accounts; demo accounts are refused in production. */
  @Env('QIJING_DEMO_PASSWORD', { secret: true })
  @IsOptional()
  @IsString()
  @MinLength(10)
  demoPassword?: string;

  get production(): boolean {
    return this.nodeEnv === 'production';
  }

  /** What production refuses: demo accounts, an empty database password, and audit checkpoints signed with a key made up. */
  crossCheck(): ConfigFault[] {
    if (!this.production) return [];
    const faults: ConfigFault[] = [];
    if (this.demoPassword !== undefined) {
      faults.push({ name: 'QIJING_DEMO_PASSWORD', value: '***', expected: 'not set in production: no demo accounts' });
    }
    if (this.auditKeyFile === undefined) {
      const expected = 'a file with an Ed25519 key in production: openssl genpkey -algorithm ed25519 -out FILE';
      faults.push({ name: 'QIJING_AUDIT_KEY_FILE', value: '(not set)', expected });
    }
    if (this.profile === 'cluster' && this.dbPassword === '' && this.dbMigratePassword === '') {
      faults.push({ name: 'QIJING_DB_PASSWORD', value: '(not set)', expected: 'a password in production' });
    }
    return faults;
  }

  /**
   * What keeps a process of its own from starting. Events of one service alone would go to nobody without a broker: acknowledged
   * reports would be lost. Production refuses files of the embedded profile that others on the machine can reach.
   */
  startCheck(): ConfigFault[] {
    const faults = this.production && this.profile === 'embedded' ? openToOthers(this.dataDir).map(openFault) : [];
    if (this.allServices || this.profile === 'cluster') return faults;
    const expected =
      'cluster: one service alone needs the broker; all services in one process are the program standalone';
    return [...faults, { name: 'QIJING_PROFILE', value: this.profile, expected }];
  }
}

const openFault = ({ path, mode, wanted }: OpenPath): ConfigFault => ({
  name: 'QIJING_DATA_DIR',
  value: `${path} (${mode})`,
  expected: `nobody but its owner can reach it: chmod ${wanted} ${path}`,
});
