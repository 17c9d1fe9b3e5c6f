import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, ServiceController } from '#platform';
import { ListJurisdictions } from '../../use-cases/list-jurisdictions.js';
import { JurisdictionList } from './jurisdiction.dto.js';

/** The jurisdiction map. */
@ApiTags('jurisdictions')
@ServiceController('jurisdictions')
export class JurisdictionsController {
  constructor(private readonly listJurisdictions: ListJurisdictions) {}

  /** Every jurisdiction with its outline. */
  @Get()
  @Allow()
  @ApiOkResponse({ type: JurisdictionList })
  async list(): Promise<JurisdictionList> {
    const rows = await this.listJurisdictions.run();
    return { items: rows.map(({ code, name, district, zone, outline }) => ({ code, name, district, zone, outline })) };
  }
}
