import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCaller, hasRole, ServiceController, type Caller } from '#platform';
import { ListIncidentTypes } from '../../use-cases/list-incident-types.js';
import { IncidentTypeList } from './incident-type.dto.js';
import { incidentTypeView, typeGroupViews } from './incident-type.view.js';

/** The catalogue of incident and service types. */
@ApiTags('incident-types')
@ServiceController('incident-types')
export class IncidentTypesController {
  constructor(private readonly listIncidentTypes: ListIncidentTypes) {}

  /** Every type with the fields of its details; grading and plan for staff only. */
  @Get()
  @Allow()
  @ApiOkResponse({ type: IncidentTypeList })
  list(@CurrentCaller() caller: Caller): IncidentTypeList {
    const internal = !hasRole(caller, 'enterprise_contact', 'machine', 'partner_user');
    const items = this.listIncidentTypes.run().map((type) => incidentTypeView(type, internal));
    return { groups: typeGroupViews(), items };
  }
}
