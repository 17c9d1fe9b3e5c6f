import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCaller, hasRole, ServiceController, type Caller } from '#platform';
import { OPERATORS } from '../../use-cases/reader.js';
import { SuggestIncidentTypes } from '../../use-cases/suggest-incident-types.js';
import { ListIncidentTypes } from '../../use-cases/list-incident-types.js';
import { IncidentTypeList, SuggestionList, SuggestionQuery } from './incident-type.dto.js';
import { incidentTypeView, suggestionView, typeGroupViews } from './incident-type.view.js';

/** The catalogue of incident and service types. */
@ApiTags('incident-types')
@ServiceController('incident-types')
export class IncidentTypesController {
  constructor(
    private readonly listIncidentTypes: ListIncidentTypes,
    private readonly suggestIncidentTypes: SuggestIncidentTypes,
  ) {}

  /** Every type with the fields of its details; grading and plan for staff only. */
  @Get()
  @Allow()
  @ApiOkResponse({ type: IncidentTypeList })
  list(@CurrentCaller() caller: Caller): IncidentTypeList {
    const internal = !hasRole(caller, 'enterprise_contact', 'machine', 'partner_user');
    const items = this.listIncidentTypes.run().map((type) => incidentTypeView(type, internal));
    return { groups: typeGroupViews(), items };
  }

  /** The types that the words of a caller point to, at most three, with the words that led there. */
  @Get('suggestions')
  @Allow(...OPERATORS)
  @ApiOkResponse({ type: SuggestionList })
  suggestions(@Query() { text }: SuggestionQuery): SuggestionList {
    return { items: this.suggestIncidentTypes.run(text).map(suggestionView) };
  }
}
