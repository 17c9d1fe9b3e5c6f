import { join } from 'node:path';
import { AnchorFile, CheckpointKeys, type DatabaseOptions, type Sealing } from '#persistence';
import type { ServiceConfig } from '../config/service.config.js';

type AuditSettings = Pick<ServiceConfig, 'auditKeyFile' | 'auditAnchorDir' | 'dataDir'>;

/** Folder beside the data for what has no place of its own. */
const besideData = ({ dataDir }: AuditSettings): string => join(dataDir, 'audit');

/** The keys of checkpoints; beside the data they are made when they are missing, at a place of their own they must be there. */
export const checkpointKeys = (config: AuditSettings): CheckpointKeys =>
  config.auditKeyFile === undefined
    ? CheckpointKeys.readOrMake(join(besideData(config), 'key.pem'))
    : CheckpointKeys.read(config.auditKeyFile);

/** The file in which the checkpoints of one service's database are told. */
export function anchorFile(config: AuditSettings, { profile, prefix }: DatabaseOptions, service: string): AnchorFile {
  const name = profile === 'embedded' ? service : `${prefix}${service}`;
  return new AnchorFile(join(config.auditAnchorDir ?? besideData(config), `${name}.jsonl`));
}

/** How the checkpoints of one service are made. */
export const sealingOf = (config: AuditSettings, options: DatabaseOptions, service: string): Sealing => ({
  keys: checkpointKeys(config),
  file: anchorFile(config, options, service),
});
