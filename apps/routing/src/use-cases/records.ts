/** What use cases answer with; the edge turns it into its own shapes. */
export type { AssignmentRow as AssignmentRecord } from '../outbound/database/assignment.table.js';
export type { DispatchRow as DispatchRecord } from '../outbound/database/dispatch.table.js';
export type { ResponsePlanRow as ResponsePlanRecord } from '../outbound/database/response-plan.table.js';
export type { UnitRow as UnitRecord } from '../outbound/database/unit.table.js';
