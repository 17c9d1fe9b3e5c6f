/** Metadata key of `AuditedRead`. */
export const AUDITED_READ = 'qijing:audited-read';

/** What is written down about a read: its act, and where the ids of the records stand. */
export interface ReadRule {
  readonly act: string;
  /** Name of the property in the items of a page; without it the records are those that the address names. */
  readonly items?: string;
  /** Written together with other reads of the same person, within 30 s. */
  readonly counted?: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard on routes that show persons' data. */
    readRule?: ReadRule | undefined;
  }
}
