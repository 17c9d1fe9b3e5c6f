import { TYPE_GROUPS } from '#contracts';
import { GROUP_NAMES, type FieldSpec, type IncidentType } from '../../domain/incident-types/index.js';
import type { Suggestion } from '../../domain/incident-types/suggest.js';
import type { DetailFieldView, IncidentTypeView, SuggestionView, TypeGroupView } from './incident-type.dto.js';

/** A type as its readers get it. How it is graded and answered is internal. */
export function incidentTypeView(type: IncidentType, internal: boolean): IncidentTypeView {
  const { code, key, name, kind, group, apco, advice, caseKind, restricted, fields } = type;
  const { ask, complete, priority, slaProfile, plan } = type;
  return {
    code,
    key,
    name,
    kind,
    group,
    ...(apco && { apco }),
    advice,
    ...(caseKind && { caseKind }),
    restricted,
    fields: fields.map(fieldView),
    ask: [...ask],
    complete: [...complete],
    ...(internal && { priority, slaProfile, plan }),
  };
}

/** A suggestion as the desk gets it. */
export const suggestionView = ({ type: { code, name }, words }: Suggestion): SuggestionView => ({
  code,
  name,
  words: [...words],
});

/** The groups of the types, in their order. */
export const typeGroupViews = (): TypeGroupView[] => TYPE_GROUPS.map((key) => ({ key, name: GROUP_NAMES[key] }));

function fieldView({ name, type, required, label, choices, advice, former, items }: FieldSpec): DetailFieldView {
  return {
    name,
    type,
    required,
    label,
    ...(choices && { choices: [...choices] }),
    ...(advice && { advice }),
    ...(former && { former }),
    ...(items && { items: items.map(fieldView) }),
  };
}
