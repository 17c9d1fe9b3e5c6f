/** See judge.mjs. */
export declare class Judge {
  constructor(document: object);
  operation(method: string, template: string): object | undefined;
  faultOf(
    operation: object,
    answer: { status: number; headers: Record<string, unknown>; text: string },
  ): string | undefined;
  requestFault(operation: object, body: unknown): string | undefined;
}
