import { Body, Get, Param, Patch, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCaller, decodeCursor, etagOf, IfMatch, page, ServiceController, type Caller } from '#platform';
import type { FastifyReply } from 'fastify';
import { ChangeUnit } from '../../use-cases/change-unit.js';
import { ReadUnits, type UnitSeen } from '../../use-cases/read-units.js';
import { ChangeUnitRequest, UnitsPage, UnitsQuery, UnitView } from './units.dto.js';

/** Units, their duty and position. */
@ApiTags('units')
@ServiceController('units')
export class UnitsController {
  constructor(
    private readonly readUnits: ReadUnits,
    private readonly changeUnit: ChangeUnit,
  ) {}

  /** Lists units by code. Officers see their own unit. */
  @Get()
  @Allow('call_taker', 'dispatcher', 'duty_chief', 'supervisor', 'analyst', 'officer')
  async list(@Query() query: UnitsQuery, @CurrentCaller() caller: Caller): Promise<UnitsPage> {
    const [after] = decodeCursor(query.after, 1) ?? [];
    const { discipline, duty, limit } = query;
    const wanted = {
      limit,
      ...(discipline && { discipline }),
      ...(duty && { duty }),
      ...(after !== undefined && { after: String(after) }),
    };
    return page(query, await this.readUnits.list(wanted, caller), ({ unit }) => [unit.id], unitView);
  }

  /** One unit. */
  @Get(':id')
  @Allow('call_taker', 'dispatcher', 'duty_chief', 'supervisor', 'analyst', 'officer')
  async one(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitView> {
    const seen = await this.readUnits.one(id, caller);
    void reply.header('ETag', etagOf(seen.unit));
    return unitView(seen);
  }

  /** Changes duty or position of a unit; the unit itself or the dispatch desk. */
  @Patch(':id')
  @Allow('dispatcher', 'duty_chief', 'officer')
  async change(
    @Param('id') id: string,
    @Body() edit: ChangeUnitRequest,
    @IfMatch() ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitView> {
    const unit = await this.changeUnit.run(id, edit, ifMatch, caller);
    void reply.header('ETag', etagOf(unit));
    return unitView(await this.readUnits.one(id, caller));
  }
}

function unitView({ unit, active, placeShown }: UnitSeen): UnitView {
  const { id: unitId, name, discipline, duty, capacity, longitude, latitude, version } = unit;
  return { unitId, name, discipline, duty, capacity, active, ...(placeShown && { longitude, latitude }), version };
}
