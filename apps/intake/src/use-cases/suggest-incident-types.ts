import { Injectable } from '@nestjs/common';
import { suggest, type Suggestion } from '../domain/incident-types/suggest.js';

/** The types that the words of a caller point to, at most three, the strongest first. */
@Injectable()
export class SuggestIncidentTypes {
  run(text: string): readonly Suggestion[] {
    return suggest(text);
  }
}
