import { Body, Get, Headers, Param, Patch, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCaller, decodeCursor, etagOf, hasRole, page, ServiceController, type Caller } from '#platform';
import type { FastifyReply } from 'fastify';
import { unitNotFound } from '../../domain/refusals.js';
import type { UnitRow } from '../../outbound/database/routing.schema.js';
import { UnitRepository } from '../../outbound/database/unit.repository.js';
import { ChangeUnit } from '../../use-cases/change-unit.js';
import { ChangeUnitRequest, UnitsPage, UnitsQuery, UnitView } from './units.dto.js';

/** Units, their duty and position. */
@ApiTags('units')
@ServiceController('units')
export class UnitsController {
  constructor(
    private readonly units: UnitRepository,
    private readonly changeUnit: ChangeUnit,
  ) {}

  /** Lists units by code. Officers see their own unit. */
  @Get()
  @Allow('call_taker', 'dispatcher', 'duty_chief', 'supervisor', 'analyst', 'officer')
  async list(@Query() query: UnitsQuery, @CurrentCaller() caller: Caller): Promise<UnitsPage> {
    const [after] = decodeCursor(query.after, 1) ?? [];
    const { discipline, duty, limit } = query;
    const rows = await this.units.list({
      limit,
      ...(discipline && { discipline }),
      ...(duty && { duty }),
      ...(after !== undefined && { after: String(after) }),
      ...(isOwnUnitOnly(caller) && { only: caller.unitId ?? '' }),
    });
    const active = await this.units.activeOf(rows.map(({ id }) => id));
    return page(
      query,
      rows,
      ({ id }) => [id],
      (row) => unitView(row, active, caller),
    );
  }

  /** One unit. */
  @Get(':id')
  @Allow('call_taker', 'dispatcher', 'duty_chief', 'supervisor', 'analyst', 'officer')
  async one(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitView> {
    const unit = isOwnUnitOnly(caller) && caller.unitId !== id ? undefined : await this.units.find(id);
    if (!unit) throw unitNotFound();
    void reply.header('ETag', etagOf(unit));
    return unitView(unit, await this.units.activeOf([id]), caller);
  }

  /** Changes duty or position of a unit; the unit itself or the dispatch desk. */
  @Patch(':id')
  @Allow('dispatcher', 'duty_chief', 'officer')
  async change(
    @Param('id') id: string,
    @Body() edit: ChangeUnitRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitView> {
    const unit = await this.changeUnit.run(id, edit, ifMatch, caller);
    void reply.header('ETag', etagOf(unit));
    return unitView(unit, await this.units.activeOf([id]), caller);
  }
}

/** Officers without a desk role see no unit but their own. */
const isOwnUnitOnly = (caller: Caller): boolean =>
  !hasRole(caller, 'call_taker', 'dispatcher', 'duty_chief', 'supervisor', 'analyst');

function unitView(row: UnitRow, active: ReadonlyMap<string, number>, caller: Caller): UnitView {
  const { id, name, discipline, duty, capacity, longitude, latitude, version } = row;
  const seesPlace = caller.unitId === id || hasRole(caller, 'call_taker', 'dispatcher', 'duty_chief');
  return {
    unitId: id,
    name,
    discipline,
    duty,
    capacity,
    active: active.get(id) ?? 0,
    ...(seesPlace && { longitude, latitude }),
    version,
  };
}
