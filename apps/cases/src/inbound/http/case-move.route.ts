import { Body, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, CurrentCaller, Idempotent, IfMatch, type Caller } from '#platform';
import type { CaseMove } from '../../domain/case/case-move.js';
import { askReconsideration } from '../../domain/case/moves/ask-reconsideration.js';
import { CaseAnswer } from '../../domain/case/case-view.js';
import { CaseMoveBody, ReconsiderationBody } from './case.dto.js';
import { IdPipe } from './id.pipe.js';

/** A controller that hands moves on. */
interface Decides {
  decide(
    caller: Caller,
    caseId: string,
    ifMatch: string | undefined,
    move: CaseMove,
    body: CaseMoveBody,
  ): Promise<CaseAnswer>;
}

/** Adds the route of a move that one person may make to a controller: `POST …/{caseId}/{path of the move}`, for the roles that the move names. */
export function addMoveRoute(controller: { readonly prototype: Decides }, move: CaseMove): void {
  const { prototype } = controller;
  const { path, roles, words } = move;
  const name = path.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
  // Named as if it was written in the class: documents and logs call routes by the names of their methods.
  const { [name]: handler } = {
    [name](this: Decides, caller: Caller, caseId: string, ifMatch: string | undefined, body: CaseMoveBody) {
      return this.decide(caller, caseId, ifMatch, move, body);
    },
  };
  const descriptor: PropertyDescriptor = { configurable: true, value: handler };
  Object.defineProperty(prototype, name, descriptor);
  const body = move === askReconsideration ? ReconsiderationBody : CaseMoveBody;
  Reflect.defineMetadata('design:paramtypes', [Object, String, String, body], prototype, name);
  CurrentCaller()(prototype, name, 0);
  Param('caseId', IdPipe)(prototype, name, 1);
  IfMatch()(prototype, name, 2);
  Body()(prototype, name, 3);
  const decorators = [
    Post(`:caseId/${path}`),
    HttpCode(200),
    Allow(...roles),
    Idempotent({ required: false }),
    ApiOperation({ summary: `Decide about the case: ${words.en} (${words.zh}).` }),
    ApiOkResponse({ type: CaseAnswer }),
  ];
  for (const decorate of decorators) decorate(prototype, name, descriptor);
}
