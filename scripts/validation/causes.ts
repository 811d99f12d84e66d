/** Causes: why a figure is likely missed, by its name; only what was looked into stands here. */
export const causes: Readonly<Record<string, string>> = {};
