import type { Schemas } from '../../kit/api/client';

type File = Schemas['IncidentFileView'];
type Line = File['timeline'][number];

/** What a decision is made on: the version that it names, and what of the file may change it. */
export interface Basis {
  /** Version at the service that decides. */
  readonly version: number;
  readonly timeline: readonly Line[];
  /** Whether a line of the timeline tells of something that the decision rests on. */
  concerns(line: Line): boolean;
}

/** The entity tag of a decision's basis, as `If-Match` names it. */
export const tagOf = ({ version }: Basis): string => `W/"${version}"`;

/** What intake decides on. */
export const intakeBasis = ({ versions, timeline }: File): Basis => ({
  version: versions.intake,
  timeline,
  concerns: ({ source }) => source === 'intake',
});

const keyOf = ({ source, sequence }: Line): string => `${source} ${sequence}`;

/** What has happened since somebody began to decide, in the order of the timeline. */
export function changesSince(begun: Basis, now: Basis): Line[] {
  const known = new Set(begun.timeline.map(keyOf));
  return now.timeline.filter((line) => now.concerns(line) && !known.has(keyOf(line)));
}
