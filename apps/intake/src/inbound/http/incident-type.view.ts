import type { FieldSpec, IncidentType } from '../../domain/incident-types/index.js';
import type { DetailFieldView, IncidentTypeView } from './incident-type.dto.js';

/** A type as its readers get it. How it is graded and answered is internal. */
export function incidentTypeView(type: IncidentType, internal: boolean): IncidentTypeView {
  const { code, key, name, kind, advice, caseKind, restricted, fields, ask, priority, slaProfile, plan } = type;
  return {
    code,
    key,
    name,
    kind,
    advice,
    ...(caseKind && { caseKind }),
    restricted,
    fields: fields.map(fieldView),
    ask: [...ask],
    ...(internal && { priority, slaProfile, plan }),
  };
}

function fieldView({ name, type, required, label, values, items }: FieldSpec): DetailFieldView {
  return {
    name,
    type,
    required,
    label,
    ...(values && { values: [...values] }),
    ...(items && { items: items.map(fieldView) }),
  };
}
