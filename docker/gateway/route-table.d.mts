/** Names of the services that the gateway knows. */
export const serviceNames: readonly string[];
/** The first route one of whose paths matches, or undefined. `pathname` is without query. */
export function routeOf(pathname: string): { readonly name: string; readonly service: string } | undefined;
