/** What use cases answer with; the edge turns it into its own shapes. */
export type {
  AssignmentRow as AssignmentRecord,
  DispatchRow as DispatchRecord,
  ResponsePlanRow as ResponsePlanRecord,
  UnitRow as UnitRecord,
} from '../outbound/database/routing.schema.js';
