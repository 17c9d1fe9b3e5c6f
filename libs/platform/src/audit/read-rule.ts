/** Metadata key of `AuditedRead`. */
export const AUDITED_READ = 'qijing:audited-read';

/** What is written down about a read: its act, and where the ids of the records stand. */
export interface ReadRule {
  readonly act: string;
  /** Name of the route's parameter. */
  readonly param?: string;
  /** Name of the property in the items of a page. */
  readonly items?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard on routes that show persons' data. */
    readRule?: ReadRule | undefined;
  }
}
