/** Bound ends: whether a chart draws both ends of an interval, as marks whose places are the fields of both. */

interface View {
  readonly data?: { readonly values?: readonly Readonly<Record<string, unknown>>[] };
  readonly encoding?: Readonly<Record<string, { readonly field?: string }>>;
  readonly [part: string]: unknown;
}

/** The names of the fields that some mark of a Vega-Lite specification stands at, with the number of finite values each has. */
function placesOf(view: View, inherited: View['data'] = undefined): readonly (readonly [string, number])[] {
  const data = view.data ?? inherited;
  const fields = ['x', 'x2', 'y', 'y2'].flatMap((channel) => view.encoding?.[channel]?.field ?? []);
  const own = fields.map((field) => {
    const finite = (data?.values ?? []).filter((row) => typeof row[field] === 'number');
    return [field, finite.length] as const;
  });
  const inner = ['layer', 'concat', 'vconcat', 'hconcat'].flatMap((part) => (view[part] ?? []) as readonly View[]);
  return [...own, ...inner.flatMap((one) => placesOf(one, data))];
}

/** Whether every panel of a chart has marks at both ends of an interval, with values. `ends` are the fields where they stand. */
export function drawsIntervals(spec: object, ends: readonly string[] = ['low', 'high']): boolean {
  const panels = panelsOf(spec as View);
  return panels.every((panel) => {
    const known = new Set(placesOf(panel).flatMap(([field, count]) => (count > 0 ? [field] : [])));
    return ends.every((end) => known.has(end));
  });
}

function panelsOf(view: View): readonly View[] {
  const inner = ['concat', 'vconcat', 'hconcat'].flatMap((part) => (view[part] ?? []) as readonly View[]);
  return inner.length === 0 ? [view] : inner.flatMap(panelsOf);
}
