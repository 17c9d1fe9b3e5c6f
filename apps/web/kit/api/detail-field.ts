import type { Schemas } from './client';

/** Whether a field of a type's details is an amount: it travels in fen, people read and type yuan. */
export const isFen = ({ name }: Pick<Schemas['DetailFieldView'], 'name'>): boolean => name.endsWith('Fen');
