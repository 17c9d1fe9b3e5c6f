/**
 * The version that a decision about an incident names (`If-Match`): what was published of it, which is what its file shows.
 * Taking note of what other services published does not move it.
 */
export const decisionOf = ({ published }: { readonly published: number }): { readonly version: number } => ({
  version: published,
});
