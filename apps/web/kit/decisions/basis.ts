import type { Schemas } from '../api/client';

type File = Schemas['IncidentFileView'];
type Line = File['timeline'][number];

/** What a decision is made on: the version that it names, and which lines of a timeline tell that it is stale. */
export interface Basis {
  /** Version at the service that decides. */
  readonly version: number;
  /** The timeline as it was known then. */
  readonly timeline: readonly Line[];
  /** Whether a line is newer, and tells of something that the decision rests on. */
  isStaleBy(line: Line): boolean;
}

/** The entity tag of a decision's basis, as `If-Match` names it. */
export const tagOf = ({ version }: Pick<Basis, 'version'>): string => `"${version}"`;

/** What intake decides on. */
export const intakeBasis = ({ versions, timeline }: Pick<File, 'versions' | 'timeline'>): Basis => ({
  version: versions.intake,
  timeline,
  isStaleBy: ({ source, sequence }) => source === 'intake' && sequence > versions.intake,
});

/** What decisions about a file, its case and what is proposed about it are made on. */
export const fileBasis = (version: number, timeline: readonly Line[] = []): Basis => ({
  version,
  timeline,
  isStaleBy: (line) => (line.version ?? 0) > version,
});

/** What such decisions are made on by whoever has the file before him. */
export const basisOf = ({ versions, timeline }: Pick<File, 'versions' | 'timeline'>): Basis =>
  fileBasis(versions.file, timeline);

/** What the desk decides on whether a unit is released: that request, whatever else units do. */
export function releaseBasis({ decline }: Schemas['FiledAssignment'], { timeline }: Pick<File, 'timeline'>): Basis {
  const known = Math.max(0, ...timeline.filter(({ source }) => source === 'routing').map(({ sequence }) => sequence));
  return {
    version: decline?.version ?? 1,
    timeline,
    isStaleBy: ({ type, sequence }) => type.startsWith('assignment.decline') && sequence > known,
  };
}

/** What has happened since somebody began to decide, in the order of the timeline. */
export const changesSince = (begun: Basis, now: Pick<Basis, 'timeline'>): Line[] =>
  now.timeline.filter((line) => begun.isStaleBy(line));
