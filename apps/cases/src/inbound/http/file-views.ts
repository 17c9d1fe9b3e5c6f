import { getSchemaPath } from '@nestjs/swagger';
import { OwnPartView } from '../../domain/incident-file/own-part.js';
import { PartnerTaskView } from '../../domain/incident-file/partner-task.js';
import { EnterpriseFileView } from '../../domain/incident-file/projection.js';
import { IncidentFileSummary } from '../../domain/incident-file/summary.js';
import { IncidentFileView } from '../../domain/incident-file/views.js';

/** What a file looks like by who reads it: the class behind each value of `view`. */
const VIEWS = {
  file: IncidentFileView,
  summary: IncidentFileSummary,
  enterprise: EnterpriseFileView,
  partner: PartnerTaskView,
  own_part: OwnPartView,
} as const satisfies { [View in AnyView['view']]: abstract new () => { view: View } };

type AnyView = IncidentFileView | IncidentFileSummary | EnterpriseFileView | PartnerTaskView | OwnPartView;
type View = keyof typeof VIEWS;

/** A read file, and a file in a list. */
export const READ: readonly View[] = ['file', 'enterprise', 'partner', 'own_part'];
export const LISTED: readonly View[] = ['summary', 'enterprise', 'partner'];

/** The classes of some views, for a document to describe. */
export const modelsOf = (views: readonly View[]) => views.map((view) => VIEWS[view]);

/** One of some views, under a name of its own: readers, generated clients among them, tell by `view` which. */
export const oneOf = (title: string, views: readonly View[]) => ({
  title,
  oneOf: views.map((view) => ({ $ref: getSchemaPath(VIEWS[view]) })),
  discriminator: {
    propertyName: 'view',
    mapping: Object.fromEntries(views.map((view) => [view, getSchemaPath(VIEWS[view])])),
  },
});
