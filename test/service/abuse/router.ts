import type { System } from './system.js';

/** Every route that the running product answers, `METHOD /path` with `:id` for parameters; HEAD comes with GET. */
export function routesOf({ app }: System): string[] {
  const fastify = app.getHttpAdapter().getInstance();
  const stack: string[] = [];
  const lines = fastify.printRoutes({ commonPrefix: false }).split('\n');
  return lines.flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^((?:[│ ] {3})*)[├└]── (.*) \(([A-Z, ]+)\)$/.exec(line) ?? [];
    if (part === '') return [];
    const depth = indent.length / 4;
    stack.length = depth;
    stack[depth] = part;
    const path = stack.join('').replace(/:\w+(\|:\w+)*/g, ':id');
    return methods
      .split(', ')
      .filter((method) => method !== 'HEAD')
      .map((method) => `${method} ${path}`);
  });
}
