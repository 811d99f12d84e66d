/** How far a computed number is from a published one, as a share of the latter. */
export function relativeError(computed: number, published: number): number {
  return Math.abs(computed - published) / Math.abs(published);
}
